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
      json.objects("diagnostics", of: found.sortedByPlace) { diagnostic, json in
        json.member("file", diagnostic.location.file)
        json.member("line", diagnostic.location.line)
        json.member("column", diagnostic.location.column)
        json.member("severity", diagnostic.severity.rawValue)
        json.member("id", diagnostic.message.id)
        json.member("message", diagnostic.message.text)
        json.member("notes", diagnostic.notes)
      }
    }
    return json.finish()
  }
}
