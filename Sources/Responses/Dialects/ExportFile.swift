public import Diagnostics

/// A survey export whose tool is known, opened once for everything that is done with it: a workbook
/// is unpacked here and not again.
public struct ExportFile: Sendable {
  let file: CSVFile
  let head: ExportHead
  /// What speaks for each tool, the strongest first.
  let findings: [DialectFinding]

  /// Opens an export.
  ///
  /// - Parameters:
  ///   - source: The file.
  ///   - options: What the person says about it.
  ///   - sink: Where faults go.
  /// - Returns: `nil` when it cannot be read or its tool cannot be told; `sink` then says why.
  public static func open(
    _ source: FileSource, _ options: ImportOptions, reporting sink: inout DiagnosticSink
  ) -> ExportFile? {
    guard let file = CSVFile.open(source, options, reporting: &sink) else { return nil }
    let findings = DialectFinding.all(in: file.opening)
    guard
      let dialect = options.dialect ?? options.recipe?.dialect
        ?? dialect(findings, of: file, reporting: &sink)
    else {
      return nil
    }
    let head = ExportHead(dialect, file.opening)
    return ExportFile(file: file.headed(by: head), head: head, findings: findings)
  }

  /// The tool that is certain; plain where nothing speaks for one.
  private static func dialect(
    _ findings: [DialectFinding], of file: CSVFile, reporting sink: inout DiagnosticSink
  ) -> Dialect? {
    guard let best = findings.first, best.score >= DialectFinding.least else { return .plain }
    let rivals = findings.dropFirst().filter { $0.score >= best.score - 1 }
    if best.score >= DialectFinding.threshold, rivals.isEmpty { return best.dialect }
    sink.error(.dialectUnclear([best] + rivals), at: file.headerLocation)
    return nil
  }
}

extension Diagnostic.Message {
  static func dialectUnclear(_ findings: [DialectFinding]) -> Self {
    let tools = findings.map { finding in
      "\(finding.dialect.title) (\(finding.marks.joined(separator: ", ")))"
    }
    let choices = findings.map(\.dialect.rawValue) + [Dialect.plain.rawValue]
    return Self(
      id: "dialect-unclear",
      "this may be an export of \(tools.joined(separator: " or of ")); say which with --dialect "
        + choices.joined(separator: ", --dialect "))
  }
}
