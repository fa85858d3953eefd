import Diagnostics

extension Diagnostic.Message {
  static func tooLarge(_ bytes: Int) -> Self {
    Self(
      id: "file-too-large",
      "the file has \(bytes / 1024) KiB and at most \(StrictYAML.sizeLimit / 1024) are read; "
        + "split it, or check that it is the right file")
  }

  static let utf16 = Self(
    id: "not-utf8", "the file is UTF-16; save it as UTF-8 in your editor")

  static let notUTF8 = Self(
    id: "not-utf8", "this is not UTF-8; save the file as UTF-8 in your editor")

  static let emptyFile = Self(
    id: "empty-file",
    "the file holds nothing but comments or blanks; write its keys, or delete the file")

  static func invisibleCharacter(_ scalar: Unicode.Scalar) -> Self {
    let code = String(scalar.value, radix: 16, uppercase: true)
    let padded = String(repeating: "0", count: max(0, 4 - code.count)) + code
    return Self(
      id: "invisible-character",
      "the character U+\(padded) cannot be seen or means something else in every program; "
        + "delete it and type the text again")
  }

  static func tabIndent(line: Int) -> Self {
    Self(id: "tab-indent", "line \(line) starts with a tab; indent with spaces")
  }

  static func anchor(_ word: String) -> Self {
    Self(
      id: "yaml-anchor",
      "'\(word.clipped)' is an anchor or alias, which are not read; write the text out at each "
        + "place, or put quotes round it if it is text")
  }

  static func tag(_ word: String) -> Self {
    Self(
      id: "yaml-tag",
      "'\(word.clipped)' is a tag, which are not read; delete it, or put quotes round it if it "
        + "is text")
  }

  static let mergeKey = Self(
    id: "yaml-merge-key", "merge keys are not read; write the keys out at each place")

  static let directive = Self(
    id: "yaml-directive", "lines that start with '%' are not read; delete the line")

  static let severalDocuments = Self(
    id: "several-documents",
    "a second document starts here and is not read; keep one document in a file")

  static func duplicateKey(_ key: String, firstLine: Int?) -> Self {
    let place = firstLine.map { " on line \($0)" } ?? ""
    return Self(
      id: "duplicate-key",
      "the key '\(key.clipped)' was given before\(place); keep one of the two")
  }

  static let complexKey = Self(
    id: "complex-key", "a key must be one word; write 'key: value' on one line")

  static let tooDeep = Self(
    id: "nested-too-deep",
    "more than \(YAMLScanner.depthLimit) levels stand in one another here; "
      + "check the brackets and the indentation")

  static let colonInText = Self(
    id: "yaml-colon-in-text",
    "this text contains ': '; put quotes round it, or start a key on a line of its own below "
      + "its neighbours")

  static let keyTooDeep = Self(
    id: "yaml-indent",
    "this key stands further right than the line above allows; line it up with its neighbours, or "
      + "put quotes round a text with ': ' in it")

  static func quoteClosesEarly(opened: Int, closed: Int) -> Self {
    Self(
      id: "yaml-quote",
      "the quote opened at column \(opened) closes at column \(closed) and text follows; "
        + "use double quotes round text with an apostrophe, and \\\" inside double quotes")
  }

  static func quoteClosesLate(line: Int) -> Self {
    Self(
      id: "yaml-quote",
      "the quote opened here closes on line \(line) only; add the same quote where the text ends")
  }

  static let quoteNeverCloses = Self(
    id: "yaml-quote", "this quote never closes; add the same quote at the end of the text")

  static func bracketNeverCloses(_ bracket: Unicode.Scalar) -> Self {
    let closing = bracket == "{" ? "}" : "]"
    return Self(
      id: "yaml-bracket", "the '\(bracket)' here has no '\(closing)'; add it where the list ends")
  }

  static let textAfterBracket = Self(
    id: "yaml-bracket",
    "text follows the closing bracket; put quotes round the whole if it is text")

  static func reservedCharacter(_ scalar: Unicode.Scalar) -> Self {
    Self(
      id: "yaml-reserved-character",
      "a text cannot start with '\(scalar)'; put quotes round the text")
  }

  static func syntax(_ text: String) -> Self { Self(id: "yaml-syntax", text) }

  static let unreadable = syntax(
    "this cannot be read as YAML; check the indentation, quotes and brackets here and just above")
}
