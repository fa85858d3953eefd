/// A column of an export: what a message calls it, and all names by which an item may find it.
struct ExportColumn: Equatable {
  /// The heading for a reader.
  let title: String
  /// The heading keys that may name an item or a choice, the surest first; none of them empty.
  let names: [String]
  /// The beginning of the question where the tool cut it short; `nil` elsewhere.
  let cutName: String?

  /// A column under several wordings of its heading.
  init(title: String, wordings: [String]) {
    self.title = title
    var names: [String] = []
    var cut: String?
    for wording in wordings {
      let key = HeadingKey.of(wording)
      if wording.count > 90, wording.hasSuffix("...") || wording.hasSuffix("…") { cut = key }
      for name in [key, Self.withoutNumber(wording)] where !name.isEmpty && !names.contains(name) {
        names.append(name)
      }
    }
    self.names = names
    cutName = cut
  }

  /// A column whose heading is all there is to say.
  init(plain heading: String) {
    title = heading
    let key = HeadingKey.of(heading)
    names = key.isEmpty ? [] : [key]
    cutName = nil
  }

  /// The key of a heading without the number of the question, such as `Q2.` or `2.1.`; empty where it
  /// has none.
  private static func withoutNumber(_ wording: String) -> String {
    var rest = wording.trimmingBlanks[...]
    if rest.first == "Q" || rest.first == "q" { rest = rest.dropFirst() }
    let number = rest.prefix { $0.isASCII && $0.isNumber || $0 == "." }
    guard number.first?.isNumber == true, number.last == ".", number.count < rest.count else {
      return ""
    }
    return HeadingKey.of(String(rest.dropFirst(number.count)))
  }
}
