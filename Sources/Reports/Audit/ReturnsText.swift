public import Analysis
import Instruments

/// What came back in a round and what is still missing, for the person who chases it.
public struct ReturnsText {
  private let returns: [ReturnFigures]
  private let heading: ReportHeading
  private let style: TextStyle

  /// Prepares the report of a round.
  ///
  /// - Parameters:
  ///   - returns: The figures of each instrument of the round, in its order.
  ///   - heading: The school and the round.
  ///   - style: How words stand out.
  public init(_ returns: [ReturnFigures], heading: ReportHeading, style: TextStyle) {
    self.returns = returns
    self.heading = heading
    self.style = style
  }

  /// The report, 80 columns wide.
  public func text() -> String {
    var table = TextTable([
      ("Instrument", .left), ("Returned", .right), ("Expected", .right), ("Share", .right),
    ])
    for figures in returns {
      table.add([
        figures.instrument.title.preferred, count(figures.returned),
        figures.expected.map(Wording.grouped) ?? "not known", Wording.percent(figures.share),
      ])
      for group in figures.groups {
        table.add([
          "  " + group.title, count(group.returned), Wording.grouped(group.expected),
          Wording.percent(group.share),
        ])
      }
    }
    var lines = [style.heading(heading.title("What came back"))]
    lines += [""] + table.lines(style: style) + [""]
    lines += closing().flatMap { Wording.wrapped($0) }
    return lines.joined(separator: "\n") + "\n"
  }

  private func count(_ number: Int?) -> String { number.map(Wording.grouped) ?? "held back" }

  private func closing() -> [String] {
    var lines: [String] = []
    let missing = returns.filter { $0.returned == 0 }
    if !missing.isEmpty {
      lines.append(
        "Nothing yet: \(Wording.listed(missing.map { "'\($0.instrument.title.preferred)'" })). "
          + "Take an export in with 'mhars import'.")
    }
    if returns.contains(where: { $0.expected == nil }) {
      lines.append(
        "How many could answer is said under 'groups:' in audit.yaml, or taken in with 'mhars roll "
          + "import'.")
    }
    if returns.contains(where: { $0.returned == nil || $0.groups.contains { $0.returned == nil } })
    {
      lines.append(
        "Held back: so few answered that it could tell who, or a group that would give away such a "
          + "one by subtraction.")
    }
    return lines
  }
}
