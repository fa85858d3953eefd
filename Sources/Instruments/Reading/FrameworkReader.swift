public import Diagnostics

/// Reads framework packs.
///
/// Practices are bare words inside their component, and get its id in front: `kindness` in
/// `networks` becomes `networks.kindness`.
public struct FrameworkReader: Sendable {
  /// Makes a reader, which keeps nothing between files.
  public init() {}

  /// Reads one file.
  ///
  /// - Parameters:
  ///   - bytes: What the file holds.
  ///   - file: Its name as the person gave it, for messages.
  ///   - isShelved: Whether the file stands in a `frameworks` folder, where its name must be the
  ///     pack's id.
  ///   - sink: Takes the faults.
  /// - Returns: The pack, or `nil` when the file has errors.
  public func read(
    _ bytes: [UInt8], file: String, isShelved: Bool = false, into sink: inout DiagnosticSink
  ) -> Framework? {
    let errorsBefore = sink.errorCount
    guard let root = StrictYAML.read(bytes, file: file, into: &sink) else { return nil }
    var reader = FrameworkDraftReader(sink: sink)
    let draft = reader.read(root)
    sink = reader.sink
    guard let draft else { return nil }
    if isShelved { FileNameRule.check(draft.id, file: file, into: &sink) }
    FrameworkRules.check(draft, into: &sink)
    return sink.errorCount == errorsBefore ? draft.framework() : nil
  }
}
