public import Analysis
import Instruments

/// The grid of a round as a table: one row for each method of a component and instrument.
public enum PlanCSV {
  /// Writes the table with its heading row; a method that is not planned has a row without instrument.
  ///
  /// - Parameters:
  ///   - plan: What is planned.
  ///   - sink: Where the bytes go.
  /// - Returns: The sink; what was written is still in it where it has no drain.
  public static func write(_ plan: RoundPlan, to sink: ByteSink) -> ByteSink {
    var csv = CSVWriter(sink)
    csv.header(
      [
        "component", "code", "method", "method_label", "instrument", "audience", "families",
      ] + Tier.allCases.map(\.rawValue) + ["practices", "state"])
    for component in plan.components {
      let place: [CSVWriter.Cell] = [
        .text(component.component.id), .text(component.component.code),
      ]
      let none = [CSVWriter.Cell](repeating: .text(nil), count: 7)
      if component.notApplicable != nil {
        csv.row(place + [.text(nil), .text(nil)] + none + [.text("not applicable")])
        continue
      }
      for row in component.rows {
        csv.row(place + cells(row) + [.text("planned")])
      }
      for method in component.methodsNotPlanned {
        csv.row(
          place + [.text(method.id), .text(method.label)] + none + [.text("not planned")])
      }
    }
    return csv.finish()
  }

  private static func cells(_ row: ComponentPlan.Row) -> [CSVWriter.Cell] {
    [
      .text(row.method?.id), .text(row.method?.label), .text(row.instrument),
      .text(row.audience.rawValue), .text(row.families.map(\.rawValue).joined(separator: " ")),
    ]
      + Tier.allCases.map { .text(row.tiers.contains($0) ? "yes" : "no") }
      + [.text(row.practices.joined(separator: " "))]
  }
}
