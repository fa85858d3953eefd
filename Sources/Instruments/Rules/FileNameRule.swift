import Diagnostics

/// A file in an `Instruments` folder bears the id of what it holds.
enum FileNameRule {
  static func check(_ id: Located<String>?, file: String, into sink: inout DiagnosticSink) {
    guard let id else { return }
    let name = file.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last ?? ""
    let stem =
      name.hasSuffix(".yaml") ? name.dropLast(5) : name.hasSuffix(".yml") ? name.dropLast(4) : name
    guard stem != id.value else { return }
    sink.error(.fileName(id.value, String(name)), at: id.span)
  }
}

extension Diagnostic.Message {
  fileprivate static func fileName(_ id: String, _ name: String) -> Self {
    Self(
      id: "id-file-name",
      "the id '\(id.clipped)' is not the name of the file; rename '\(name.clipped)' to "
        + "'\(id.clipped).yaml', or change the id")
  }
}
