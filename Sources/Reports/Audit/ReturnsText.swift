public import Analysis
import Instruments

/// What came back in a round and what is still missing, for the person who chases it.
public struct ReturnsText {
  private let returns: RoundReturns
  private let heading: ReportHeading
  private let style: TextStyle

  /// Prepares the report of a round.
  ///
  /// - Parameters:
  ///   - returns: What came in, and what the components lack.
  ///   - heading: The school and the round.
  ///   - style: How words stand out.
  public init(_ returns: RoundReturns, heading: ReportHeading, style: TextStyle) {
    self.returns = returns
    self.heading = heading
    self.style = style
  }

  /// The report, 80 columns wide.
  public func text() -> String {
    var lines = [style.heading(heading.title("What came back"))]
    if !returns.surveys.isEmpty { lines += [""] + surveys() }
    if !returns.records.isEmpty { lines += [""] + records() }
    if !returns.components.isEmpty { lines += [""] + components() }
    lines.append("")
    lines += closing().flatMap { Wording.wrapped($0) }
    while lines.last == "" { lines.removeLast() }
    return lines.joined(separator: "\n") + "\n"
  }

  private func surveys() -> [String] {
    var table = TextTable([
      ("Instrument", .left), ("Returned", .right), ("Expected", .right), ("Share", .right),
    ])
    for figures in returns.surveys {
      table.add([
        figures.instrument.title.preferred, count(figures.returned),
        figures.expected.map(Wording.grouped) ?? "not known", Wording.percent(figures.share),
      ])
      for group in figures.groups {
        table.add([
          "  " + group.title, count(group.returned), count(group.expected),
          Wording.percent(group.share),
        ])
      }
    }
    return table.lines(style: style)
  }

  /// What was to be seen, counted or said, in units of its own.
  private func records() -> [String] {
    var table = TextTable([
      ("Seen, counted or said", .left), ("Came in", .right), ("At least", .right),
      ("", .left),
    ])
    for record in returns.records {
      table.add([
        record.instrument.title.preferred, units(record.units, record.unit),
        units(record.expected, record.unit), record.state.words,
      ])
    }
    return table.lines(style: style)
  }

  private func units(_ number: Int?, _ name: String?) -> String {
    guard let number else { return "held back" }
    if number == 0 { return "nothing" }
    return Wording.counted(number, name?.replacing("_", with: " ") ?? "row")
  }

  private func components() -> [String] {
    [style.heading("What the components still lack")]
      + returns.components.flatMap { component in
        Wording.wrapped("\(component.component.name): \(component.sentence)", indent: "   ")
      }
  }

  private func count(_ number: Int?) -> String { number.map(Wording.grouped) ?? "held back" }

  private func closing() -> [String] {
    var lines: [String] = []
    let missing = returns.surveys.filter { $0.returned == 0 }
    if !missing.isEmpty {
      lines.append(
        "Nothing yet: \(Wording.listed(missing.map { "'\($0.instrument.title.preferred)'" })). "
          + "Take an export in with 'mhars import'.")
    }
    let waiting = returns.records.filter { $0.state == .missing }
    if !waiting.isEmpty {
      lines.append(
        "'mhars record template' prints the tables to fill in, and 'mhars record take' takes them in."
      )
    }
    if returns.surveys.contains(where: { $0.expected == nil }) {
      lines.append(
        "How many could answer is said under 'groups:' in audit.yaml, or taken in with 'mhars roll "
          + "import'.")
    }
    let isHeldBack = returns.surveys.contains {
      $0.returned == nil || $0.groups.contains { $0.returned == nil || $0.expected == nil }
    }
    if isHeldBack || returns.records.contains(where: { $0.units == nil }) {
      lines.append(
        "Held back: so few answered, or belong to a group, that it could tell who, or a group that "
          + "would give away such a one by subtraction.")
    }
    return lines
  }
}

extension RecordReturn.State {
  /// The state in words for a reader.
  var words: String {
    switch self {
    case .missing: "missing"
    case .tooLittle: "too little yet"
    case .enough: "enough"
    }
  }
}

extension ComponentReturns {
  /// What the component lacks, in a sentence or two.
  var sentence: String {
    switch state {
    case .notApplicable: return "not applicable: \(notApplicable ?? "")."
    case .nothingPlanned: return "nothing is planned for it in this round."
    case .complete: return "all that is planned came in." + practices
    case .lacking:
      let nothing = lacking.filter { $0.state == .nothing }.map { "'\($0.title)'" }
      let little = lacking.filter { $0.state == .tooLittle }.map { "'\($0.title)'" }
      var parts: [String] = []
      if !nothing.isEmpty { parts.append("nothing yet of \(Wording.listed(nothing))") }
      if !little.isEmpty { parts.append("too little yet of \(Wording.listed(little))") }
      return parts.joined(separator: "; ") + "." + practices
    }
  }

  private var practices: String {
    practicesWithout.isEmpty || practicesWithout.count == component.practices.count
      ? "" : " Nothing speaks of \(Wording.listed(practicesWithout.map(\.code)))."
  }
}
