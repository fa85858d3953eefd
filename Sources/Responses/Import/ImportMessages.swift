import Diagnostics
import Instruments

/// The sentences of an import: headings first, then records.
extension Diagnostic.Message {
  static func missingColumn(_ item: Item, near: (heading: String, name: String)?) -> Self {
    Self(
      id: "missing-column",
      "no column carries the item '\(item.id)' (\(item.title.clipped)); \(question(near))name its "
        + "heading under 'import:' in the instrument, or export the column")
  }

  static func missingOptionColumn(
    _ item: String, _ option: String, near: (heading: String, name: String)?
  ) -> Self {
    Self(
      id: "missing-column",
      "no column carries the choice '\(option.clipped)' of the item '\(item)', though others have "
        + "theirs; \(question(near))export it as well, or add it empty")
  }

  private static func question(_ near: (heading: String, name: String)?) -> String {
    guard let near else { return "" }
    return "is it the column '\(near.heading.clipped)'? then say --confirm \(near.name); if not, "
  }

  /// A confirmation of an item that no instrument has.
  static func nothingToConfirm(_ name: String, known: [String]) -> Self {
    Self(
      id: "nothing-to-confirm",
      "the instrument has no item '\(name.clipped)'; "
        + NearestName.remedy(for: name, among: known, lead: "confirm one of"))
  }

  static func tooManyPoints(_ item: String, _ count: Int, limit: Int) -> Self {
    Self(
      id: "too-many-answers",
      "the item '\(item)' has \(count) answers, and an import takes at most \(limit); split it, or "
        + "make it a text")
  }

  static func tooManyReasons(_ count: Int, limit: Int) -> Self {
    Self(
      id: "too-many-answers",
      "the instrument declares \(count) missing answers, and an import takes at most \(limit); "
        + "join some")
  }

  static func otherSurvey(_ missing: [Item], of total: Int, found: [String]) -> Self {
    Self(
      id: "other-survey",
      "\(missing.count) of \(total) items have no column, '\(missing[0].id)' and "
        + "'\(missing[1].id)' among them; is this the export of another survey, does it begin with "
        + "title lines, or has a recipe to say what its codes mean (--map)? (found \(NearestName.quoted(found.prefix(4))))"
    )
  }

  static func itemTwice(_ item: String, columns: [Int]) -> Self {
    Self(
      id: "item-twice",
      "columns \(numbers(columns)) both carry the item '\(item)'; rename or remove one of them")
  }

  static func ambiguousHeading(_ heading: String, items: [String]) -> Self {
    Self(
      id: "ambiguous-heading",
      "the heading '\(heading.clipped)' could be the items \(NearestName.quoted(items)); head the "
        + "columns with the item ids, or name the headings under 'import:' in the instrument")
  }

  static func headingTwice(_ heading: String, columns: [Int]) -> Self {
    Self(
      id: "heading-twice",
      "columns \(numbers(columns)) are both headed '\(heading.clipped)'; rename one of them")
  }

  /// Only a near heading is told: without a heading line the first row would hold answers.
  static func noSuchColumn(_ heading: String, known: [String]) -> Self {
    let remedy =
      NearestName.question(for: heading, among: known) ?? "write it as it stands in the file"
    return Self(id: "no-such-column", "there is no column '\(heading.clipped)'; \(remedy)")
  }

  static func raggedRow(_ record: Int, found: Int, expected: Int) -> Self {
    let remedy =
      found > expected
      ? "an answer with a comma needs quotation marks round it"
      : "the row may be cut off; export the file again"
    return Self(
      id: "ragged-row",
      "row \(record) has \(found) cells and the heading line \(expected); \(remedy)")
  }

  /// The sentence with how often the same fault stands in the column again.
  func repeated(_ times: Int) -> Self {
    guard times > 0 else { return self }
    return Self(
      id: id, "\(text) (\(times) more \(times == 1 ? "row has" : "rows have") it in this column)")
  }

  static func unknownAnswer(_ value: String, known: [String], _ place: String) -> Self {
    let remedy = NearestName.remedy(for: value, among: known, lead: "expected one of")
    return Self(id: "unknown-answer", "\(place): \(shown(value)) is no answer; \(remedy)")
  }

  /// A cell as a message shows it: a long one is somebody's own words in the wrong column, of which
  /// only the length is told.
  private static func shown(_ value: String) -> String {
    value.count <= 40 ? "'\(value.clipped)'" : "a text of more than 40 characters"
  }

  static func notANumber(_ value: String, _ place: String) -> Self {
    Self(
      id: "not-a-number",
      "\(place): \(shown(value)) is not a number; write digits, with a point for decimals")
  }

  static func notADate(_ value: String, _ place: String) -> Self {
    Self(
      id: "not-a-date",
      "\(place): \(shown(value)) is not a date; write it as 2026-11-17 or 17/11/2026")
  }

  static func unnamedColumn(_ record: Int, _ column: Int) -> Self {
    Self(
      id: "unnamed-column",
      "row \(record): column \(column) holds something and has no heading; give it one or remove it"
    )
  }

  static func noIdentifier(_ place: String) -> Self {
    Self(id: "no-identifier", "\(place): the id is blank; fill it in, or leave --id out")
  }

  static func sameIdentifier(_ place: String, line: Int) -> Self {
    Self(
      id: "same-identifier",
      "\(place): line \(line) has the same id, and no time says which came later; remove one")
  }

  static func sameRespondent(_ place: String, line: Int) -> Self {
    Self(
      id: "same-respondent",
      "\(place): the pupil of line \(line) answers again, and no time says which came later; "
        + "remove one")
  }

  static func dateOrderUnknown(_ heading: String) -> Self {
    Self(
      id: "date-order-unknown",
      "column '\(heading.clipped)': day and month cannot be told apart in any date; give --dates "
        + "day-first or month-first")
  }

  static func dateOrderMixed(
    dayFirst: (heading: String, line: Int), monthFirst: (heading: String, line: Int)
  ) -> Self {
    Self(
      id: "date-order-mixed",
      "line \(dayFirst.line) has the day first (column '\(dayFirst.heading.clipped)') and line "
        + "\(monthFirst.line) the month (column '\(monthFirst.heading.clipped)'); write all dates "
        + "as 2026-11-17")
  }

  static func dateOrderContradicted(_ heading: String, _ declared: DateOrder) -> Self {
    Self(
      id: "date-order-contradicted",
      "column '\(heading.clipped)': this date cannot be \(declared.rawValue), as --dates says; "
        + "leave --dates out, or correct the date")
  }

  static let furtherFault = Self(id: "further-fault", "a further fault of these kinds")

  private static func numbers(_ columns: [Int]) -> String {
    columns.map { "\($0 + 1)" }.joined(separator: " and ")
  }
}
