import Analysis
import Instruments
import Responses
import Sociometry

/// The groups of `mhars.nominations/1`.
enum NominationGroupJSON {
  /// Writes the place of a group whose figures are held back: every member is `null`.
  static func writeHeldBack(_ place: NominationPlace, to json: inout JSONWriter) {
    json.object { json in
      json.member("scope", place.scope.rawValue)
      json.member("group", place.label)
      json.missing("pupils", because: "suppressed")
      for name in [
        "answered", "coverage", "nominations", "discarded", "density", "slots_used",
        "mutual_pairs", "expected_mutual_pairs", "dyads", "triads", "reciprocity", "transitivity",
        "components", "cut_pupils", "concentration", "cliques", "unchosen", "change", "with_mutual",
        "names_nobody", "slots_filled", "homophily",
      ] { json.member(name, nil as String?) }
    }
  }

  /// Writes the figures of a group.
  static func write(_ group: NominationGroup, to json: inout JSONWriter) {
    json.object { json in
      json.member("scope", group.scope.rawValue)
      json.member("group", group.label)
      json.member("pupils", group.pupils)
      json.member("answered", group.answered)
      json.member("coverage", group.coverage)
      json.member("nominations", group.indices.edges)
      json.object("discarded", inline: true) { json in
        for reason in Nominations.Discard.Reason.allCases {
          json.member(reason.rawValue, group.discarded[reason] ?? 0)
        }
      }
      writeIndices(of: group, to: &json)
      writeShape(of: group, to: &json)
      writeUnchosen(group, to: &json)
      write(group.change, to: &json)
      json.member("with_mutual", group.withMutual)
      json.member("names_nobody", group.namesNobody)
      json.member("slots_filled", group.slotsFilledShare)
      json.objects("homophily", of: group.mixing) { write($0, to: &$1) }
    }
  }

  private static func writeIndices(of group: NominationGroup, to json: inout JSONWriter) {
    let indices = group.indices
    json.member("density", indices.density)
    json.member("slots_used", group.slotsUsedShare)
    json.member("mutual_pairs", indices.mutualPairs)
    json.member("expected_mutual_pairs", group.chance.expectedMutualPairs)
    json.object("dyads", inline: true) {
      $0.member("mutual", indices.mutualPairs)
      $0.member("asymmetric", indices.asymmetricPairs)
      $0.member("null", indices.nullPairs)
    }
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

  private static func writeShape(of group: NominationGroup, to json: inout JSONWriter) {
    let shape = group.shape
    if let triads = shape.triads {
      json.object("triads", inline: true) { json in
        for kind in TriadCensus.Kind.allCases { json.member(kind.rawValue, triads[kind]) }
      }
    } else {
      json.missing(
        "triads",
        because: group.scope == .school
          ? "counted for classes and years" : "the group is too large for it to mean anything")
    }
    json.member("cut_pupils", shape.cutPupils)
    json.object("concentration", inline: true) {
      $0.member("gini", shape.concentration.gini)
      $0.member("centralisation", shape.concentration.centralisation)
    }
    json.object("cliques", inline: true) {
      $0.member("count", shape.cliqueCount)
      $0.member("largest", shape.cliques.keys.max())
    }
  }

  private static func writeUnchosen(_ group: NominationGroup, to json: inout JSONWriter) {
    json.object("unchosen", inline: true) {
      $0.member("observed", group.unchosen)
      $0.member("of_these_answered", group.unchosenAnswered)
      $0.member("of_these_absent", group.unchosenAbsent)
      $0.member("certain", group.certain)
      $0.member("expected", group.chance.mean)
      $0.member("sd", group.chance.standardDeviation)
      $0.member("p_at_least", group.chanceOfAtLeast)
      $0.member("p_method", group.chance.method.rawValue)
      $0.member("low", group.bounds.low)
      $0.member("low_by_names", group.bounds.lowByNames)
      $0.member("high", group.bounds.high)
    }
  }

  private static func write(
    _ change: RoundChange?, to json: inout JSONWriter
  ) {
    guard let change else {
      return json.missing("change", because: "no earlier round")
    }
    json.object("change", inline: true) {
      $0.member("compared", change.compared)
      $0.member("unchosen_in_both", change.stayed)
      $0.member("expected_in_both", change.expectedToStay)
      $0.member("unchosen_now", change.became)
      $0.member("unchosen_before", change.left)
      $0.member("arrived", change.arrived)
      $0.member("ties_kept", change.keptTies)
      $0.member("ties_changed", change.changedTies)
      $0.member("stability", change.stability)
      $0.member("looks_mixed_up", change.looksMixedUp)
    }
  }

  private static func write(_ mixing: ColumnMixing, to json: inout JSONWriter) {
    json.member("column", mixing.column)
    json.member("e_i", mixing.homophily.index)
    json.member("e_i_from_sizes", mixing.homophily.indexFromSizes)
    json.member("internal", mixing.homophily.internalTies)
    json.member("external", mixing.homophily.externalTies)
    json.member("odds_ratio", mixing.matrix.oddsRatio)
    json.member("assortativity", mixing.matrix.assortativity)
    let present = mixing.labels.indices.filter { mixing.matrix.sizes[$0] > 0 }
    json.objects("labels", of: present) { label, json in
      json.member("label", mixing.labels[label])
      json.member("pupils", mixing.matrix.sizes[label])
      json.member("coleman", mixing.matrix.coleman(label))
    }
  }
}
