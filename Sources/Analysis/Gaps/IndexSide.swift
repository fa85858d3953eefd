import Instruments

/// The two sides of an index: what people say, and what was seen and recorded.
///
/// Leaders, who answer among staff, are on neither.
enum IndexSide: CaseIterable {
  case said, seen

  /// The audiences and sources of the side, each of which weighs the same in it.
  var audiences: [Instrument.Audience] {
    switch self {
    case .said: [.pupils, .staff, .parents]
    case .seen: [.observers, .records]
    }
  }

  /// The mean of the side's figures; `nil` where there is none.
  func mean(of groups: [AudienceIndex]) -> IndexFigure? {
    IndexFigure.mean(
      of: groups.filter { audiences.contains($0.audience) }.compactMap(\.figure))
  }
}
