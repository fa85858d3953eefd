public import Responses

/// A recipe as the table that `RecipeFile` reads.
public enum RecipeCSV {
  /// Writes the table with its heading row.
  public static func write(_ recipe: ImportRecipe, to sink: ByteSink) -> ByteSink {
    var csv = CSVWriter(sink)
    csv.header(RecipeFile.headings)
    if let instrument = recipe.instrument { csv.row(line("instrument", heading: instrument)) }
    if let dialect = recipe.dialect { csv.row(line("tool", heading: dialect.rawValue)) }
    for column in recipe.columns {
      csv.row(
        line(
          column.isProposed ? "proposed" : "column", heading: column.heading, item: column.item,
          choice: column.choice))
    }
    for value in recipe.values {
      csv.row(line("value", item: value.item, value: value.value, code: value.code))
    }
    return csv.finish()
  }

  private static func line(
    _ kind: String, heading: String? = nil, item: String? = nil, choice: String? = nil,
    value: String? = nil, code: String? = nil
  ) -> [CSVWriter.Cell] {
    [.text(kind), .text(heading), .text(item), .text(choice), .text(value), .text(code)]
  }
}
