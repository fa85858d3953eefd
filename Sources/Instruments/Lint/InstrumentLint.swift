public import Diagnostics

/// Looks at the wording of an instrument: what may be hard to read, to answer, or to turn down.
///
/// Its findings are warnings; each is a reason to look. Wording is looked at in English alone.
public enum InstrumentLint {
  typealias Rule = @Sendable (InstrumentDraft, inout DiagnosticSink) -> Void

  private static let rules: [Rule] = [
    TranslationRule.check, ReadingAgeLint.check, DoubleBarrelledLint.check, NegationLint.check,
    ScaleBalanceLint.check, RefusalLint.check,
  ]

  /// Looks at a file.
  ///
  /// - Parameters:
  ///   - bytes: What the file holds.
  ///   - file: Its name as the person gave it.
  ///   - keys: Finds the keys that instruments take over.
  ///   - sink: Takes the findings, as warnings; the errors of a file that cannot be read as errors.
  public static func check(
    _ bytes: [UInt8], file: String, keys: @escaping InstrumentReader.Keys = { _ in nil },
    into sink: inout DiagnosticSink
  ) {
    let reader = InstrumentReader(keys: keys)
    var faults = DiagnosticSink()
    guard reader.read(bytes, file: file, into: &faults) != nil else {
      for fault in faults.sortedByPlace where fault.severity == .error { sink.report(fault) }
      return
    }
    guard let draft = reader.draft(bytes, file: file, into: &faults) else { return }
    for rule in rules { rule(draft, &sink) }
  }
}

extension InstrumentDraft {
  /// The items with an English text, with the words that stand above them.
  var englishItems: [(item: Item, text: Located<String>, stem: String?)] {
    sections.flatMap { section in
      section.items.compactMap { item in
        guard let text = item.text, let words = text.value.wordings["en"] else { return nil }
        let stem = section.stem?.value.wordings["en"]
        return (item, Located(words, text.span), stem)
      }
    }
  }
}
