import Diagnostics
import Yams

/// A syntax error of a YAML parser in the words of the person who wrote the file.
struct YAMLSyntaxFault {
  let message: Diagnostic.Message
  let span: Span

  /// Translates an error.
  ///
  /// - Parameters:
  ///   - error: What the parser threw.
  ///   - source: The file it was parsing.
  ///   - hints: Places that the scanner found odd, which explain most errors better.
  init(_ error: YamlError, source: SourceText, hints: [YAMLScanner.Finding]) {
    guard let (problem, context, problemMark, contextMark) = Self.parts(of: error) else {
      (message, span) = Self.unplaced(error, source)
      return
    }
    let hint = hints.min { $0.range.lowerBound < $1.range.lowerBound }
    if let hint, source.lineNumber(at: hint.range.lowerBound) <= problemMark.line {
      message = hint.message
      span = source.span(hint.range.lowerBound, hint.range.upperBound)
      return
    }
    message = Self.message(problem, context)
    let isAboutKey = problem.contains("could not find expected ':'")
    let mark = isAboutKey ? contextMark ?? problemMark : problemMark
    let start = source.index(line: mark.line, column: mark.column)
    span = source.span(start, start + 1)
  }

  private typealias Parts = (problem: String, context: String, mark: Mark, contextMark: Mark?)

  private static func parts(of error: YamlError) -> Parts? {
    switch error {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      (problem, context?.text ?? "", mark, context?.mark)
    default: nil
    }
  }

  private static func unplaced(_ error: YamlError, _ source: SourceText)
    -> (Diagnostic.Message, Span)
  {
    let file = Span(Location(file: source.file))
    switch error {
    case .duplicatedKeysInMapping(let keys, let context):
      let start = source.index(line: context.mark.line, column: context.mark.column)
      let key = keys.first ?? ""
      return (.duplicateKey(key, firstLine: nil), source.span(start, start + key.count))
    case .memory: return (.tooDeep, file)
    default: return (.unreadable, file)
    }
  }

  private static func message(_ problem: String, _ context: String) -> Diagnostic.Message {
    let sentence = sentences.first { problem.contains($0.key) }?.sentence
    return sentence.map { .syntax($0) } ?? .unreadable
  }

  /// What to say for the parser's own words, most particular first.
  private static let sentences: [(key: String, sentence: String)] = [
    (
      "mapping values are not allowed",
      "a key cannot start here; line it up with the keys above, or put quotes round a text "
        + "with ': '"
    ),
    ("block sequence entries", "a list cannot start here; put each '- ' on a line of its own"),
    (
      "did not find expected key",
      "this does not fit the lines above; keys that belong together start in the same column"
    ),
    (
      "did not find expected '-'",
      "this does not fit the list above; start each entry with '- ' in the same column"
    ),
    ("could not find expected ':'", "a key needs a colon and a space after it; write 'key: value'"),
    (
      "node content",
      "a value is missing here or starts with a stray character; put quotes round a text"
    ),
    ("did not find expected ','", "a comma or a closing bracket is missing before this; add it"),
    ("end of stream", "the file ends in the middle of something; close its quote or bracket"),
    (
      "escape", "a backslash in double quotes starts a code; write \\\\ or use single quotes"
    ),
    (
      "hexdecimal", "a backslash in double quotes starts a code; write \\\\ or use single quotes"
    ),
    ("tab", "a tab stands where spaces are needed; indent with spaces"),
    ("cannot start any token", "a text cannot start with this character; put quotes round it"),
    ("document", "text stands outside the document; keep one document in a file"),
  ]
}
