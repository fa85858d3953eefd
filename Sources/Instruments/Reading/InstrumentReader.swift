public import Diagnostics

/// Reads instrument files.
///
/// A file that is not YAML gets its first syntax error; of one that is, every fault is reported.
public struct InstrumentReader: Sendable {
  private let frameworks: [Framework]?

  /// Makes a reader.
  ///
  /// - Parameter frameworks: The packs that `framework`, `practice` and `method` are checked
  ///   against; `nil` leaves them unchecked.
  public init(frameworks: [Framework]? = nil) {
    self.frameworks = frameworks
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
    guard let root = StrictYAML.read(bytes, file: file, into: &sink) else { return nil }
    var reader = InstrumentDraftReader(sink: sink)
    let draft = reader.read(root)
    sink = reader.sink
    guard let draft else { return nil }
    if isShelved { FileNameRule.check(draft.id, file: file, into: &sink) }
    for rule in InstrumentRules.all { rule(draft, &sink) }
    if let frameworks { FrameworkRule.check(draft, frameworks, into: &sink) }
    return sink.errorCount == errorsBefore ? draft.instrument() : nil
  }
}
