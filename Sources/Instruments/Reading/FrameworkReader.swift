public import Diagnostics

/// Reads framework packs.
///
/// Practices are bare words inside their component, and get its id in front: `kindness` in
/// `networks` becomes `networks.kindness`. A crosswalk sorts the practices of another pack, which is
/// looked up by its id.
public struct FrameworkReader: Sendable {
  /// A pack by its id; `nil` where there is none.
  public typealias Packs = @Sendable (_ id: String) -> Framework?

  private let packs: Packs

  /// Makes a reader, which keeps nothing between files.
  ///
  /// - Parameter packs: Finds the packs over which crosswalks are made.
  public init(packs: @escaping Packs = { _ in nil }) {
    self.packs = packs
  }

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
    if Self.isCrosswalk(root) {
      let pack = crosswalk(root, file: file, isShelved: isShelved, into: &sink)
      return sink.errorCount == errorsBefore ? pack : nil
    }
    var reader = FrameworkDraftReader(sink: sink)
    let draft = reader.read(root)
    sink = reader.sink
    guard let draft else { return nil }
    if isShelved { FileNameRule.check(draft.id, file: file, into: &sink) }
    FrameworkRules.check(draft, into: &sink)
    return sink.errorCount == errorsBefore ? draft.framework() : nil
  }

  private static func isCrosswalk(_ root: YAMLNode) -> Bool {
    guard case .mapping(let entries) = root.content else { return false }
    return entries.contains { $0.key.value == "crosswalk" }
  }

  private func crosswalk(
    _ root: YAMLNode, file: String, isShelved: Bool, into sink: inout DiagnosticSink
  ) -> Framework? {
    var reader = FrameworkDraftReader(sink: sink)
    let draft = reader.readCrosswalk(root)
    sink = reader.sink
    guard let draft else { return nil }
    if isShelved { FileNameRule.check(draft.id, file: file, into: &sink) }
    guard let name = draft.crosswalk else { return nil }
    guard let base = packs(name.value) else {
      sink.error(.noSuchPack(name.value), at: name.span)
      return nil
    }
    if base.crosswalk != nil { sink.error(.crosswalkOfCrosswalk(name.value), at: name.span) }
    draft.check(over: base, into: &sink)
    return draft.framework(over: base)
  }
}
