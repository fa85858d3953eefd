import Analysis
import Instruments

extension ReleasePolicy {
  /// The remark at the head of a report about one audience, or about all where it is `nil`.
  func remark(for audience: Instrument.Audience?) -> String {
    switch self {
    case .holder: "for the data holder, nothing hidden"
    case .lead: Self.seenByLead
    case .audit(let minimums): "groups under \(minimums.words(for: audience)) held back"
    }
  }

  /// The remark at the head of a report that lists pupils by name.
  func remark(naming audience: Instrument.Audience) -> String {
    self == .holder ? remark(for: audience) : Self.seenByLead
  }

  /// The remark at the head of a report that could list pupils by name and does not.
  func remark(without audience: Instrument.Audience) -> String {
    self == .holder ? "pupils left out, groups of any size shown" : remark(for: audience)
  }

  private static let seenByLead = "for the safeguarding lead; seen on record"
}

extension GroupMinimums {
  /// The fewest people of one audience, or of all: `10`, or `10 pupils or 5 others`.
  func words(for audience: Instrument.Audience?) -> String {
    if let audience { return "\(self[audience])" }
    let values = Instrument.Audience.allCases.map { self[$0] }
    let counts = Dictionary(values.map { ($0, 1) }, uniquingKeysWith: +)
    let most = counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 1
    let others = Instrument.Audience.allCases.filter { self[$0] != most }
      .map { "\(self[$0]) \($0.rawValue)" }
    return others.isEmpty ? "\(most)" : others.joined(separator: ", ") + " or \(most) others"
  }
}
