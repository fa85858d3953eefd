public import Analysis
import Instruments
import Responses
import Sociometry

/// Nominations as `mhars.nominations/1`: the groups from a release, the pupils from the list.
///
/// `docs/json.md` lists the members.
public enum NominationJSON {
  /// Writes one object and a line end.
  ///
  /// - Parameters:
  ///   - release: The figures of the groups, as far as they may be shown.
  ///   - pupils: The list from the same analysis, for the safeguarding lead alone; without it
  ///     nobody is named and no written name is repeated.
  ///   - heading: Which school and round they are of.
  ///   - sink: Where the bytes go.
  /// - Returns: The sink; what was written is still in it where it has no drain.
  public static func write(
    _ release: Release<NominationFigures>, pupils: PupilList?,
    heading: ReportHeading = ReportHeading(), to sink: ByteSink
  ) -> ByteSink {
    var json = JSONWriter(sink)
    let figures = release.figures
    json.object { json in
      json.member("schema", "mhars.nominations/1")
      json.write(release.policy, for: figures.instrument.audience, heading)
      json.write(figures.instrument)
      json.write(figures.ledger)
      json.object("roll", inline: true) {
        $0.member("pupils", figures.pupils)
        $0.member("left", figures.leavers)
      }
      json.object("reference", inline: true) {
        $0.member("scope", figures.reference.rawValue)
        $0.member("shape", pupils?.evidence.shape)
      }
      json.array("groups", of: figures.places) { place, json in
        if let group = place.figures {
          write(group, to: &json)
        } else {
          writeHeldBack(place, to: &json)
        }
      }
      if let pupils {
        writeNamed(pupils, to: &json)
      } else {
        for name in ["pupils", "unresolved", "off_roll"] {
          json.missing(name, because: "not asked for by name")
        }
        json.object("waiting", inline: true) {
          $0.member("written_names", figures.openNames)
          $0.member("rows", figures.unmatchedRows)
        }
      }
    }
    return json.finish()
  }

  /// The pupils, and the names that they wrote.
  private static func writeNamed(_ pupils: PupilList, to json: inout JSONWriter) {
    var coverage = FigureText()
    json.array("pupils", of: 0..<pupils.count) { pupil, json in
      write(pupil, of: pupils, &coverage, to: &json)
    }
    writeOpenNames(pupils, to: &json)
    json.objects("off_roll", of: pupils.strangers) { name, json in
      json.member("text", name.text)
      json.member("times", name.times)
    }
  }

  /// The place of a group whose figures are held back: every member is `null`.
  private static func writeHeldBack(_ place: NominationPlace, to json: inout JSONWriter) {
    json.object { json in
      json.member("scope", place.scope.rawValue)
      json.member("group", place.label)
      json.missing("pupils", because: "suppressed")
      for name in [
        "answered", "coverage", "nominations", "discarded", "density", "mutual_pairs",
        "expected_mutual_pairs", "reciprocity", "transitivity", "components", "unchosen",
        "names_nobody", "slots_filled", "homophily",
      ] { json.member(name, nil as String?) }
    }
  }

  private static func write(_ group: NominationGroup, to json: inout JSONWriter) {
    let indices = group.indices
    json.object { json in
      json.member("scope", group.scope.rawValue)
      json.member("group", group.label)
      json.member("pupils", group.pupils)
      json.member("answered", group.answered)
      json.member("coverage", group.coverage)
      json.member("nominations", indices.edges)
      json.object("discarded", inline: true) { json in
        for reason in Nominations.Discard.Reason.allCases {
          json.member(reason.rawValue, group.discarded[reason] ?? 0)
        }
      }
      write(indices, of: group, to: &json)
      json.key("unchosen")
      writeUnchosen(group, to: &json)
      json.member("names_nobody", group.namesNobody)
      json.member("slots_filled", group.slotsFilledShare)
      json.objects("homophily", of: group.homophily) { entry, json in
        json.member("column", entry.column)
        json.member("e_i", entry.figures.index)
        json.member("e_i_from_sizes", entry.figures.indexFromSizes)
        json.member("internal", entry.figures.internalTies)
        json.member("external", entry.figures.externalTies)
      }
    }
  }

  private static func write(
    _ indices: NetworkIndices, of group: NominationGroup, to json: inout JSONWriter
  ) {
    json.member("density", indices.density)
    json.member("mutual_pairs", indices.mutualPairs)
    json.member("expected_mutual_pairs", group.chance.expectedMutualPairs)
    json.object("reciprocity", inline: true) {
      $0.member("edge", indices.edgeReciprocity)
      $0.member("dyad", indices.dyadReciprocity)
    }
    json.object("transitivity", inline: true) {
      $0.member("directed", indices.directedTransitivity)
      $0.member("undirected", indices.undirectedTransitivity)
    }
    json.object("components", inline: true) {
      $0.member("weak", indices.weakComponents)
      $0.member("strong", indices.strongComponents)
      $0.member("mutual", indices.mutualComponents)
    }
  }

  private static func writeUnchosen(_ group: NominationGroup, to json: inout JSONWriter) {
    json.object(inline: true) {
      $0.member("observed", group.unchosen)
      $0.member("of_these_answered", group.unchosenAnswered)
      $0.member("of_these_absent", group.unchosenAbsent)
      $0.member("expected", group.chance.mean)
      $0.member("sd", group.chance.standardDeviation)
      $0.member("p_at_least", group.chanceOfAtLeast)
      $0.member("p_method", group.chance.method.rawValue)
      $0.member("low", group.bounds.low)
      $0.member("high", group.bounds.high)
    }
  }

  /// A figure as text, kept for the next pupil: class-mates share their coverage.
  private struct FigureText {
    private var figure: Double?
    private var text = "null"

    mutating func text(of figure: Double?) -> String {
      if figure != self.figure {
        self.figure = figure
        text = figure?.description ?? "null"
      }
      return text
    }
  }

  private static func write(
    _ pupil: Int, of list: PupilList, _ coverage: inout FigureText, to json: inout JSONWriter
  ) {
    let standings = list.standings
    json.record { sink in
      sink.write("{\"pupil\": " as StaticString)
      sink.writeQuoted(list.roll.ids[pupil])
      sink.write(", \"group\": " as StaticString)
      if let group = list.group(of: pupil) {
        sink.writeQuoted(group)
      } else {
        sink.write("null" as StaticString)
      }
      sink.write(", \"answered\": " as StaticString)
      sink.write(list.answered[pupil] ? "true" as StaticString : "false")
      sink.write(
        list.roll.optedOut[pupil]
          ? ", \"opted_out\": true" as StaticString : ", \"opted_out\": false")
      sink.write(", \"received\": " as StaticString)
      sink.write(Int(standings.received[pupil]))
      sink.write(", \"received_elsewhere\": " as StaticString)
      sink.write(Int(list.receivedAnywhere[pupil] - standings.received[pupil]))
      sink.write(", \"given\": " as StaticString)
      sink.write(Int(list.given[pupil]))
      sink.write(", \"mutual\": " as StaticString)
      sink.write(Int(standings.mutual[pupil]))
      if let level = standings.levels[pupil] {
        sink.write(", \"level\": " as StaticString)
        sink.writeQuoted(level.letter)
      } else {
        sink.write(
          ", \"level\": null, \"level_reason\": \"the roll gives no group at this scope\""
            as StaticString)
      }
      writeFlags(standings.flags[pupil], to: &sink)
      writeEvidence(pupil, of: list, &coverage, to: &sink)
      sink.write(byte: UInt8(ascii: "}"))
    }
  }

  private static func writeFlags(_ flags: StandingFlags, to sink: inout ByteSink) {
    sink.write(", \"flags\": [" as StaticString)
    if !flags.isEmpty {
      for (index, code) in flags.codes.enumerated() {
        if index > 0 { sink.write(", " as StaticString) }
        sink.writeQuoted(code)
      }
    }
    sink.write(byte: UInt8(ascii: "]"))
  }

  private static func writeEvidence(
    _ pupil: Int, of list: PupilList, _ coverage: inout FigureText, to sink: inout ByteSink
  ) {
    sink.write(", \"evidence\": {\"grade\": " as StaticString)
    if let grade = list.gradeWord(pupil) {
      sink.writeQuoted(grade)
    } else {
      sink.write("null" as StaticString)
    }
    sink.write(", \"coverage\": " as StaticString)
    sink.write(coverage.text(of: list.evidence.coverage(pupil)))
    sink.write(", \"p_true_zero\": " as StaticString)
    sink.write(list.evidence.trueZero(pupil))
    sink.write(", \"pending\": " as StaticString)
    sink.write(list.pending[pupil])
    sink.write(byte: UInt8(ascii: "}"))
  }

  /// The written names that wait, each once, with the pupils whom they could mean; not who wrote.
  private static func writeOpenNames(_ list: PupilList, to json: inout JSONWriter) {
    json.objects("unresolved", of: list.openNames) { name, json in
      json.member("text", name.text)
      json.member("times", name.times)
      json.member("candidates", name.candidates.map { list.roll.ids[$0] })
      json.member("keys", name.keys)
      json.member("reason", name.reason?.rawValue)
    }
  }
}

extension PupilList {
  /// The grade of a pupil's zero as files carry it; `nil` where somebody named the pupil.
  func gradeWord(_ pupil: Int) -> String? {
    guard let grade = evidence.grade(pupil) else { return nil }
    if pending[pupil] > 0 { return "pending" }
    return grade == .notEnoughAnswered ? "not_enough_answered" : grade.rawValue
  }
}
