/// One text in the languages that its author wrote, keyed by language code such as `en` or `cy`.
public struct LocalizedText: Hashable, Sendable {
  /// The wordings by language code; never empty.
  public let wordings: [String: String]

  /// Makes a text from at least one wording, by language code.
  public init(_ wordings: [String: String]) {
    self.wordings = wordings
  }

  /// The English wording, or that of the first language in alphabetical order.
  public var preferred: String {
    wordings["en"] ?? wordings.min { $0.key < $1.key }?.value ?? ""
  }
}
