public import Diagnostics

/// Faults for editors and other tools, as `mhars.check/1`.
///
/// `docs/json.md` lists the members.
public enum DiagnosticJSON {
  /// Writes one object and a line end, the faults in the order of their places.
  ///
  /// - Parameters:
  ///   - found: The faults; those that were only counted are in the counts alone.
  ///   - files: How many files were read.
  ///   - sink: Where the bytes go.
  /// - Returns: The sink; what was written is still in it where it has no drain.
  public static func write(_ found: DiagnosticSink, files: Int, to sink: ByteSink) -> ByteSink {
    var json = JSONWriter(sink)
    json.object { json in
      json.member("schema", "mhars.check/1")
      json.member("files", files)
      json.member("errors", found.errorCount)
      json.member("warnings", found.warningCount)
      json.objects("diagnostics", of: found.sortedByPlace) { $1.writeMembers(of: $0) }
    }
    return json.finish()
  }
}

extension JSONWriter {
  /// The members of one fault.
  mutating func writeMembers(of diagnostic: Diagnostic) {
    member("file", diagnostic.location.file)
    member("line", diagnostic.location.line)
    member("column", diagnostic.location.column)
    member("severity", diagnostic.severity.rawValue)
    member("id", diagnostic.message.id)
    member("message", diagnostic.message.text)
    member("notes", diagnostic.notes)
  }
}
