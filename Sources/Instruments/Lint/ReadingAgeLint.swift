import Diagnostics

/// Items that read older than those who answer.
enum ReadingAgeLint {
  /// The age that an audience may be expected to read at, in years.
  static func limit(for audience: Instrument.Audience) -> Int {
    switch audience {
    case .pupils: 9
    case .parents: 12
    case .staff, .leaders, .observers, .records: 16
    }
  }

  /// How many words an item needs to be judged by itself, and how far above the limit it then is:
  /// the formula is unsteady in few words.
  static let fewestWords = 8
  static let margin = 3

  static func check(_ draft: InstrumentDraft, into sink: inout DiagnosticSink) {
    guard let audience = draft.audience?.value else { return }
    let limit = limit(for: audience)
    var whole = ReadingAge()
    for (item, text, stem) in draft.englishItems {
      let words = [stem, text.value].compactMap { $0 }.joined(separator: " ")
      whole.add(words)
      var own = ReadingAge()
      own.add(words)
      guard own.words >= fewestWords, let years = own.years, years > Double(limit + margin) else {
        continue
      }
      sink.warning(
        .hardItem(item.name, Int(years.rounded()), audience, limit, own.longWords), at: text.span)
    }
    if let years = whole.years, years > Double(limit),
      let place = draft.title?.span ?? draft.id?.span
    {
      sink.warning(.hardInstrument(Int(years.rounded()), audience, limit), at: place)
    }
  }
}

extension Diagnostic.Message {
  fileprivate static func hardItem(
    _ item: String, _ years: Int, _ audience: Instrument.Audience, _ limit: Int, _ long: [String]
  ) -> Self {
    let words = long.isEmpty ? "" : ", such as in place of \(NearestName.quoted(long.prefix(3)))"
    return Self(
      id: "hard-to-read",
      "the item '\(item.clipped)' reads like a text for age \(years) and \(audience.rawValue) are "
        + "taken to read at age \(limit); use fewer and shorter words\(words)")
  }

  fileprivate static func hardInstrument(
    _ years: Int, _ audience: Instrument.Audience, _ limit: Int
  ) -> Self {
    Self(
      id: "hard-to-read",
      "all items together read like a text for age \(years) and \(audience.rawValue) are taken to "
        + "read at age \(limit); use shorter sentences and words")
  }
}
