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
        $0.member("asked", figures.instrument.nomination?.rule.scope.rawValue)
        $0.member("shape", pupils?.evidence.shape)
      }
      write(figures.earlier, to: &json)
      json.object("real_schools", inline: true) {
        let range = RealSchools.unchosen(namesAsked: figures.limit)
        $0.member("unchosen_low", range?.lowerBound, orBecause: RealSchools.noReference)
        $0.member("unchosen_high", range?.upperBound)
      }
      json.array("groups", of: figures.places) { place, json in
        if let group = place.figures {
          NominationGroupJSON.write(group, to: &json)
        } else {
          NominationGroupJSON.writeHeldBack(place, to: &json)
        }
      }
      if let pupils {
        writeNamed(pupils, under: release.policy, to: &json)
      } else {
        for name in ["pupils", "moved", "chase", "unresolved", "off_roll"] {
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

  /// The round that the groups are compared with.
  private static func write(_ earlier: EarlierFigures?, to json: inout JSONWriter) {
    guard let earlier else {
      return json.missing("earlier", because: "no earlier round")
    }
    json.object("earlier", inline: true) {
      $0.member("round", earlier.title)
      $0.member("departed", earlier.departed)
    }
  }

  /// The pupils, what would settle their zeros, and the names that they wrote.
  private static func writeNamed(
    _ pupils: PupilList, under policy: ReleasePolicy, to json: inout JSONWriter
  ) {
    let writer = PupilJSON(pupils, under: policy)
    var texts = PupilJSON.SharedTexts()
    json.array("pupils", of: 0..<pupils.count) { pupil, json in
      writer.write(pupil, keeping: &texts, to: &json)
    }
    if let moved = pupils.moved {
      json.object("moved") { json in
        func member(_ name: String, _ places: [Int]) {
          json.member(name, places.filter { !pupils.isHidden($0) }.map { pupils.roll.ids[$0] })
        }
        member("unchosen_in_both", moved.stayed)
        member("unchosen_now", moved.became)
        member("unchosen_before", moved.left)
      }
    } else {
      json.missing("moved", because: "no earlier round")
    }
    json.objects("chase", of: pupils.chase) { list, json in
      json.member("group", pupils.groupLabels[list.group])
      json.member("open", list.open)
      json.member("settled", list.settled)
      json.member("ask", list.ask.map { pupils.roll.ids[Int($0)] })
      json.member("decide", list.questions.map { pupils.openNames[$0].text })
    }
    writeOpenNames(pupils, to: &json)
    json.objects("off_roll", of: pupils.strangers) { name, json in
      json.member("text", name.text)
      json.member("times", name.times)
    }
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
