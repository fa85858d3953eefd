/// Where a column of a file went, and why.
public struct ColumnUse: Sendable, Hashable {
  /// What decided.
  public enum Reason: String, Sendable {
    case recipe = "the recipe says so"
    case name = "it is named so"
    case wording = "it has the words of the item"
    case ownWords = "it has the words beside the choices"
    case wordsNotKept = "words beside the choices, which no item takes"
    case confirmed = "it is near, and was confirmed"
    case near = "it is near; not confirmed"
    case tool = "the tool adds it"
    case asked = "it was asked for"
    case none = "no item has such a heading"
  }

  /// The heading for a reader.
  public let heading: String
  /// The id of the item; `nil` for a column that carries none.
  public let item: String?
  /// The code of the choice that the column is of; `nil` for a whole item.
  public let choice: String?
  /// Why.
  public let reason: Reason
  /// What it may carry, as `--confirm` takes it; `nil` where there is no question.
  public let proposal: String?
}
