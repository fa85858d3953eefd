public import Diagnostics

/// Faults for editors and other tools, as `mhars.check/1`.
public enum DiagnosticJSON {
  public static func write(_ found: DiagnosticSink, files: Int, to sink: ByteSink) -> ByteSink {
    var json = JSONWriter(sink)
    json.object { json in
      json.member("schema", "mhars.check/1")
      json.member("files", files)
      json.member("errors", found.errorCount)
      json.member("warnings", found.warningCount)
      json.key("diagnostics")
      json.array { json in
        for diagnostic in found.diagnostics.sorted(by: { $0.location < $1.location }) {
          json.object(inline: true) { json in
            json.member("file", diagnostic.location.file)
            json.member("line", diagnostic.location.line)
            json.member("column", diagnostic.location.column)
            json.member("severity", diagnostic.severity.rawValue)
            json.member("id", diagnostic.message.id)
            json.member("message", diagnostic.message.text)
            json.key("notes")
            json.array(inline: true) { json in for note in diagnostic.notes { json.value(note) } }
          }
        }
      }
    }
    return json.finish()
  }
}
