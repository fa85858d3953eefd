import Instruments

/// How the columns and answers of an export belong to an instrument, kept for the next time.
///
/// It is a table that anybody can read and change: `docs/recipes.md` describes it.
public struct ImportRecipe: Sendable, Hashable {
  /// What a column carries.
  public struct Column: Sendable, Hashable {
    /// The heading as messages call it.
    public let heading: String
    /// The id of the item; `nil` for a column that carries none.
    public let item: String?
    /// The code of the choice that the column is of; `nil` for a whole item.
    public let choice: String?
    /// Whether it is a question to a person still, and so is not followed.
    public let isProposed: Bool

    public init(heading: String, item: String?, choice: String? = nil, isProposed: Bool = false) {
      self.heading = heading
      self.item = item
      self.choice = choice
      self.isProposed = isProposed
    }
  }

  /// What an answer in the file means.
  public struct Value: Sendable, Hashable {
    /// The id of the item; empty for all items.
    public let item: String
    /// What the file holds.
    public let value: String
    /// The code of the instrument that it stands for; empty where it says that nothing was answered.
    public let code: String

    public init(item: String, value: String, code: String) {
      self.item = item
      self.value = value
      self.code = code
    }
  }

  /// The id of the instrument that it is for; `nil` where it does not say.
  public let instrument: String?
  /// The tool that wrote the export; `nil` where it is left to detection.
  public let dialect: Dialect?
  /// The columns in the order of the file.
  public let columns: [Column]
  /// The answers that the file holds in other words than the instrument.
  public let values: [Value]

  public init(
    instrument: String? = nil, dialect: Dialect?, columns: [Column], values: [Value] = []
  ) {
    self.instrument = instrument
    self.dialect = dialect
    self.columns = columns
    self.values = values
  }

  /// The recipe of a file that was taken in, with the values of the one it was taken in by.
  init(of export: ExportFile, _ matcher: HeadingMatcher, values: [Value]) {
    instrument = matcher.instrument.id
    dialect = export.head.dialect
    self.values = values
    columns = export.head.columns.indices.map { column in
      let heading = export.head.columns[column].title
      guard let use = matcher.use(of: column) else {
        let near = matcher.proposal(for: column)
        return Column(
          heading: heading, item: near?.item, choice: near?.choice, isProposed: near != nil)
      }
      return Column(heading: heading, item: use.item, choice: use.choice)
    }
  }

  /// How many of its lines wait for a person.
  public var proposedCount: Int { columns.count { $0.isProposed } }

  /// The codes that the values of an item stand for, by their matching keys; an empty code for what
  /// says that nothing was answered.
  ///
  /// What is said of the item goes before what is said of all.
  func codes(of item: Item) -> [String: String] {
    let own = values.filter { $0.item == item.id }
    let all = values.filter { $0.item.isEmpty }
    return Dictionary(
      (all + own).map { ($0.value.matchingKey, $0.code) }, uniquingKeysWith: { _, last in last })
  }
}
