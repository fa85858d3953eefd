import Responses

/// The written names that wait for a person as `mhars.names/1`.
///
/// `docs/json.md` lists the members.
public enum NamesJSON {
  /// Writes one object and a line end.
  ///
  /// - Parameters:
  ///   - list: The names.
  ///   - heading: Which school and round they are of.
  ///   - sink: Where the bytes go.
  /// - Returns: The sink; what was written is still in it where it has no drain.
  public static func write(
    _ list: NamesList, heading: ReportHeading, to sink: ByteSink
  ) -> ByteSink {
    var json = JSONWriter(sink)
    json.object { json in
      json.member("schema", "mhars.names/1")
      json.member("release", "lead")
      if let school = heading.school { json.member("school", school) }
      if let round = heading.round { json.member("round", round) }
      json.member("instrument", list.instrument)
      json.member("open", list.queue.entries.count { $0.state == .open })
      json.member("off_roll", list.queue.entries.count { $0.state == .taken(.offRoll) })
      json.member("decided", list.queue.entries.count { $0.state == .decided })
      json.member("idle_decisions", list.queue.idle.count)
      json.objects("names", of: list.entries) { write($0, list, to: &$1) }
    }
    return json.finish()
  }

  private static func write(
    _ entry: NameQueue.Entry, _ list: NamesList, to json: inout JSONWriter
  ) {
    json.member("key", entry.key)
    json.member("kind", entry.entry.kind.rawValue)
    json.member("written", entry.written)
    json.member("times", entry.times)
    if entry.entry.kind == .writer {
      json.array("rows", of: entry.rows) { $1.value($0) }
    }
    json.member("class", entry.shownClass)
    if entry.shownClass == nil {
      json.member("class_reason", entry.isSmallClass ? "suppressed" : "none")
    }
    json.member("state", entry.stateWord)
    json.member("reason", entry.reason?.rawValue)
    json.member("candidates", entry.candidates.map { list.roll.ids[$0] })
    json.member("suggested", entry.suggested.map { list.roll.ids[$0] })
    guard let decision = entry.decision else { return json.member("decision", nil as String?) }
    json.object("decision", inline: true) { json in
      json.member("meaning", decision.meaning.rawValue)
      json.member("pupils", decision.pupils)
      json.member("note", decision.note)
      json.member("who", decision.who)
      json.member("when", decision.at)
      json.member("obstacle", entry.obstacle?.rawValue)
    }
  }
}
