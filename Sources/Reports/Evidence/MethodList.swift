public import Instruments

/// The ways to find out of a framework, with the instruments that carry each out.
public struct MethodList {
  private let framework: Framework
  private let rows: [(method: Framework.Method, instruments: [Instrument])]

  /// Puts instruments beside the methods of a pack.
  public init(_ framework: Framework, _ instruments: [Instrument]) {
    self.framework = framework
    rows = framework.components.flatMap(\.methods).map { method in
      (method, instruments.filter { $0.methods.contains(method.id) })
    }
  }

  /// The list, 80 columns wide.
  public func text(style: TextStyle) -> String {
    var lines = style.headline("Ways to find out", framework.id)
    for row in rows {
      lines += Wording.wrapped("\(row.method.id)  \(row.method.label)", indent: "       ")
      let names = row.instruments.map(\.id)
      lines += Wording.wrapped(
        "       " + (names.isEmpty ? "no instrument yet" : names.joined(separator: ", ")),
        indent: "       ")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Writes the list as `mhars.methods/1`.
  public func writeJSON(to sink: ByteSink) -> ByteSink {
    var json = JSONWriter(sink)
    json.object { json in
      json.member("schema", "mhars.methods/1")
      json.member("framework", framework.id)
      json.objects("methods", of: rows) { row, json in
        json.member("id", row.method.id)
        json.member("label", row.method.label)
        json.member("practices", row.method.practices)
        json.member("minimum", row.method.minimum)
        json.member("instruments", row.instruments.map(\.id))
      }
    }
    return json.finish()
  }

  /// Writes the list with its heading row.
  public func writeCSV(to sink: ByteSink) -> ByteSink {
    var csv = CSVWriter(sink)
    csv.header(["method", "label", "instruments"])
    for row in rows {
      csv.row([
        .text(row.method.id), .text(row.method.label),
        .text(row.instruments.map(\.id).joined(separator: " ")),
      ])
    }
    return csv.finish()
  }
}
