public import Diagnostics

/// Reads instrument files.
///
/// A file that is not YAML gets its first syntax error; of one that is, every fault is reported.
public struct InstrumentReader: Sendable {
  /// The bytes and the name of a key's file by the key's id; `nil` where there is none.
  public typealias Keys = @Sendable (_ id: String) -> (bytes: [UInt8], file: String)?

  private let frameworks: [Framework]?
  private let keys: Keys
  /// Whether a file may take over a key; a key may not.
  private let takesKeys: Bool

  /// Makes a reader.
  ///
  /// - Parameters:
  ///   - frameworks: The packs that `framework`, `practice` and `method` are checked against; `nil`
  ///     leaves them unchecked.
  ///   - keys: Finds the keys that instruments take over with `key`.
  public init(frameworks: [Framework]? = nil, keys: @escaping Keys = { _ in nil }) {
    self.frameworks = frameworks
    self.keys = keys
    takesKeys = true
  }

  /// Makes the reader of a key that another file takes over.
  private init(ofKey: Void) {
    frameworks = nil
    keys = { _ in nil }
    takesKeys = false
  }

  /// Reads one file.
  ///
  /// - Parameters:
  ///   - bytes: What the file holds.
  ///   - file: Its name as the person gave it, for messages.
  ///   - isShelved: Whether the file stands in an `Instruments` folder, where its name must be
  ///     the instrument's id.
  ///   - sink: Takes the faults.
  /// - Returns: The instrument, or `nil` when the file has errors.
  public func read(
    _ bytes: [UInt8], file: String, isShelved: Bool = false, into sink: inout DiagnosticSink
  ) -> Instrument? {
    let errorsBefore = sink.errorCount
    guard let draft = draft(bytes, file: file, into: &sink) else { return nil }
    if isShelved { FileNameRule.check(draft.id, file: file, into: &sink) }
    for rule in InstrumentRules.all { rule(draft, &sink) }
    if let frameworks { FrameworkRule.check(draft, frameworks, into: &sink) }
    guard sink.errorCount == errorsBefore, let instrument = draft.instrument() else { return nil }
    ComputableRule.check(draft, instrument, into: &sink)
    VectorRule.check(draft, instrument, into: &sink)
    return sink.errorCount == errorsBefore ? instrument : nil
  }

  /// The draft of a file, with the items and scores of the key that it takes over.
  func draft(
    _ bytes: [UInt8], file: String, into sink: inout DiagnosticSink
  ) -> InstrumentDraft? {
    guard let root = StrictYAML.read(bytes, file: file, into: &sink) else { return nil }
    var reader = InstrumentDraftReader(sink: sink) { id, kept in
      guard takesKeys else { return nil }
      let found = kept.map { (bytes: Array($0.value.utf8), file: file) } ?? keys(id.value)
      return found.flatMap { keyDraft(id.value, $0.bytes, $0.file) }
    }
    let draft = reader.read(root)
    sink = reader.sink
    return draft
  }

  /// The draft of a key of which nothing is wrong; its own faults are told by checking the key.
  private func keyDraft(_ id: String, _ bytes: [UInt8], _ file: String) -> InstrumentDraft? {
    var sink = DiagnosticSink()
    let alone = InstrumentReader(ofKey: ())
    guard alone.read(bytes, file: file, into: &sink)?.id == id else { return nil }
    return alone.draft(bytes, file: file, into: &sink)
  }

  /// Puts the text of the key that a file takes over inside it, so that it can be read where the key
  /// is not at hand.
  ///
  /// - Parameters:
  ///   - bytes: A file without errors.
  ///   - instrument: What was read from it.
  /// - Returns: The bytes with the key's text; the file as it is where it takes over none.
  public func selfContained(_ bytes: [UInt8], _ instrument: Instrument) -> [UInt8] {
    let text = String(decoding: bytes, as: UTF8.self)
    guard let id = instrument.key, let key = keys(id)?.bytes,
      !text.split(whereSeparator: \.isNewline).contains(where: { $0.hasPrefix("key_text:") })
    else { return bytes }
    let lines = String(decoding: key, as: UTF8.self).split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let indented = lines.map { $0.isEmpty ? "" : "  " + $0 }.joined(separator: "\n")
    return Array((text + "\nkey_text: |\n" + indented + "\n").utf8)
  }
}
