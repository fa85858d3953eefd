public import Instruments

/// How an export is understood before its responses are read.
public struct ExportReading: Sendable {
  /// The tool that wrote it.
  public let dialect: Dialect
  /// What shows that; empty for a plain file, and where somebody said so.
  public let marks: [String]
  /// Where each column goes, in the order of the file.
  public let uses: [ColumnUse]
  /// The same as a recipe for the next time.
  public let recipe: ImportRecipe

  /// Looks at the head of an export.
  ///
  /// - Parameters:
  ///   - export: The file.
  ///   - instrument: What was asked.
  ///   - options: What the person says about the file.
  /// - Complexity: O(columns × items).
  public init(_ export: ExportFile, for instrument: Instrument, options: ImportOptions) {
    let matcher = HeadingMatcher(
      head: export.head, instrument: instrument, recipe: options.recipe,
      confirmed: options.confirmed)
    dialect = export.head.dialect
    marks =
      options.dialect == nil
      ? export.findings.first { $0.dialect == export.head.dialect }?.marks ?? [] : []
    let asked = Set((options.extras + [options.identifier].compactMap { $0 }).map(HeadingKey.of))
    uses = matcher.uses(
      asked: Set(
        export.head.columns.indices.filter {
          asked.contains(HeadingKey.of(export.head.columns[$0].title))
        }))
    recipe = ImportRecipe(of: export, matcher, values: options.recipe?.values ?? [])
  }
}
