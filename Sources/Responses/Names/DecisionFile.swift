public import Diagnostics
import Instruments

/// A table of decisions about written names, as `mhars names export` writes it or a person does.
public enum DecisionFile {
  /// What a table says that is to be done.
  public struct Plan: Sendable {
    /// The decisions that are new, or take the place of others.
    public var decisions: [NameDecision] = []
    /// How many rows say what was decided before.
    public var unchanged = 0
    /// How many rows hold no decision.
    public var blank = 0
  }

  /// Reads a table and holds it against a queue; all faults of all rows are told.
  ///
  /// - Parameters:
  ///   - source: The file: `decision`, `pupil` where one is meant, `key` or `written`, and
  ///     optionally `class`, `kind` and `note`; columns of other names are passed over.
  ///   - queue: What may be decided.
  ///   - roll: The pupils.
  ///   - replaces: Whether a decision may take the place of another that stands.
  ///   - options: What the person says about the file.
  ///   - sink: Where faults go.
  /// - Returns: `nil` when there is a fault; `sink` then says where and why.
  /// - Complexity: O(rows + entries).
  public static func read(
    _ source: FileSource, against queue: NameQueue, on roll: Roll, replaces: Bool,
    options: ImportOptions = ImportOptions(), reporting sink: inout DiagnosticSink
  ) -> Plan? {
    guard let file = CSVFile.open(source, options, reporting: &sink),
      let columns = Columns(file, reporting: &sink)
    else { return nil }
    var rows = DecisionRows(queue: queue, roll: roll, replaces: replaces, columns: columns)
    let isWhole = file.forEachRecord(reporting: &sink) { row, record in
      if !row.isBlank { rows.take(row, record: record, width: file.header.count) }
      return true
    }
    let lines = file.lines(of: Set(rows.faults.flatMap { [$0.record, $0.other ?? $0.record] }))
    for fault in rows.faults {
      sink.error(
        fault.message(fault.other.flatMap { lines[$0] } ?? 0),
        at: Location(file: file.source.name, line: lines[fault.record]))
    }
    return isWhole && rows.faults.isEmpty ? rows.plan : nil
  }

  /// Where the columns stand.
  struct Columns {
    let decision: Int
    let key, kind, written, classLabel, pupil, note: Int?

    init?(_ file: CSVFile, reporting sink: inout DiagnosticSink) {
      let keys = file.header.map(HeadingKey.of)
      func column(_ names: String...) -> Int? {
        names.lazy.compactMap { keys.firstIndex(of: $0) }.first
      }
      key = column("key")
      written = column("written", "name", "text")
      guard let decision = column("decision"), key != nil || written != nil else {
        sink.error(.noDecisionColumns, at: file.headerLocation)
        return nil
      }
      self.decision = decision
      kind = column("kind")
      classLabel = column("class")
      pupil = column("pupil", "pupils")
      note = column("note")
    }
  }
}

extension Diagnostic.Message {
  static let noDecisionColumns = Self(
    id: "no-decision-columns",
    "the first line must hold the headings 'decision', and 'key' or 'written'; "
      + "'mhars names export' writes such a file")

  static func badDecision(_ place: String, _ word: String) -> Self {
    Self(
      id: "bad-decision",
      "\(place): '\(word.clipped)' is no decision; write pupil, not, staff, family, no-one, "
        + "illegible or off-roll, or leave it empty")
  }

  static func pupilWithoutDecision(_ place: String) -> Self {
    Self(
      id: "pupil-without-decision",
      "\(place) names a pupil and no decision; write 'pupil' or 'not' into 'decision'")
  }

  static func decisionWithoutPupil(_ place: String, _ word: String) -> Self {
    let wanted = word == "pupil" ? "the id of one pupil" : "the ids of pupils, with ';' between,"
    return Self(
      id: "decision-without-pupil", "\(place): '\(word)' needs \(wanted) in 'pupil'")
  }

  static func decisionWithPupil(_ place: String, _ word: String) -> Self {
    Self(
      id: "decision-with-pupil",
      "\(place): '\(word.clipped)' means no pupil; empty 'pupil', or write 'pupil' as decision")
  }

  static func notOnRoll(_ place: String, _ id: String) -> Self {
    Self(
      id: "decision-not-on-roll",
      "\(place): no pupil on roll has the id '\(id.clipped)'; write an id of the roll")
  }

  static func unknownKey(_ place: String, _ key: String) -> Self {
    Self(
      id: "unknown-key",
      "\(place): no name has the key '\(key.clipped)'; it may be certain by now, or of another "
        + "round: export again")
  }

  static func keyOfSeveral(_ place: String, _ key: String) -> Self {
    Self(
      id: "key-of-several",
      "\(place): several keys begin with '\(key.clipped)'; write more of it")
  }

  static func nobodyWrote(_ place: String, hasClass: Bool) -> Self {
    Self(
      id: "nobody-wrote",
      "\(place): nobody\(hasClass ? " of the class" : "") wrote this name, or it is certain; "
        + "correct 'written' or remove the row")
  }

  static func keyOfAnother(_ place: String) -> Self {
    Self(
      id: "key-of-another",
      "\(place): the key is that of another name than the one in 'written'; were columns sorted by "
        + "themselves? export again")
  }

  static func decidedOtherwise(_ place: String, by who: String) -> Self {
    Self(
      id: "decided-otherwise",
      "\(place): \(who.isEmpty ? "it" : "\(who) has") decided otherwise; look at it with 'mhars names "
        + "list --all', and take this one with --replace")
  }

  static func decidedTwice(_ place: String, line: Int) -> Self {
    Self(id: "decided-twice", "\(place): line \(line) decides the same name otherwise; keep one")
  }

  static func noWriterDecision(_ place: String, _ word: String) -> Self {
    Self(
      id: "no-writer-decision",
      "\(place) asks who wrote a row, which '\(word.clipped)' does not say; write pupil, not or "
        + "off-roll")
  }

  static func longNote(_ place: String, limit: Int) -> Self {
    Self(id: "long-note", "\(place): the note is longer than \(limit) characters; shorten it")
  }

  static func decisionWidth(_ place: String, found: Int, expected: Int) -> Self {
    Self(
      id: "decision-width",
      "\(place) has \(found) cells and the heading line \(expected); check its quotation marks")
  }
}
