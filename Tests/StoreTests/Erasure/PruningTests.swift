import Foundation
import Instruments
import Responses
import Testing

@testable import Store

struct PruningTests {
  private let test: TestAudit
  private let safety: Definition
  private let peers: Definition
  private let mood: Definition
  private let rollText = "pupil,name,class\nP1,Tom Brown,5B\nP2,Aisha Khan,5B\n"

  init() throws {
    test = try TestAudit()
    safety = try Definition.safety()
    peers = try Definition.peers()
    mood = try Definition.mood()
  }

  private func fill(_ round: String, seed: UInt64) throws {
    _ = try test.answers.take(
      outcome(SurveyRows(12, seed: seed).microsoft(), for: safety), intake(safety, round: round))
    let names = try sheets(
      "pupil,trusted_1\nP1,Planted \(round) Name\n", on: roll(rollText), for: peers)
    _ = try test.people.take(names, intake(peers, round: round), by: lead)
    let moods = "pupil,glad,calm,comment\nP1,1,1,planted \(round) comment\n"
    _ = try test.people.take(outcome(moods, for: mood), intake(mood, round: round), by: lead)
  }

  /// Prunes names, and answers of the same rounds unless others are named.
  private func prune(
    _ names: [String], answers: [String]? = nil, of all: [String], isRehearsal: Bool = false
  ) throws -> [PrunedRound] {
    try test.people.prune(
      names: names, answers: answers ?? names, of: all, on: someDay, by: lead,
      isRehearsal: isRehearsal)
  }

  @Test func `what is over goes from every byte, and the rest stays`() throws {
    let rounds = ["autumn", "spring"]
    _ = try test.people.take(
      roll(rollText), in: ["autumn"], file: "roll.csv", on: someDay, by: lead)
    try fill("autumn", seed: 1)
    try fill("spring", seed: 2)
    let answers = try test.answers.prune(["autumn"], on: someDay, isRehearsal: false)
    #expect(answers == [PrunedRound(round: "autumn", rows: ["mini-safety": 12])])
    let people = try prune(["autumn"], of: rounds)
    #expect(people == [PrunedRound(round: "autumn", rows: ["trusted-peers": 1, "mood": 1])])
    #expect(try test.answers.table(safety) == nil)
    #expect(try test.answers.table(safety, round: "spring")?.rowCount == 12)
    #expect(try test.people.table(mood, round: "spring")?.rowCount == 1)
    #expect(try test.people.peers(peers, round: "spring", rolls: rounds).nominations.answered[0])
    // The roll serves the round after it, which has none of its own.
    #expect(try test.people.roll(in: rounds)?.count == 2)
    for (file, bytes) in try test.bytes() {
      for row in 0..<12 {
        #expect(bytes.range(of: Data(SurveyRows.token(1, row).utf8)) == nil, "\(file)")
      }
      for text in ["Planted autumn Name", "planted autumn comment"] {
        #expect(bytes.range(of: Data(text.utf8)) == nil, "\(file)")
      }
    }
    let entries = try test.answers.imports()
    #expect(entries.map(\.added) == [12, 12])
    #expect(entries.map { $0.undone != nil } == [true, false])
    let again = try prune(["autumn"], of: rounds)
    #expect(again.isEmpty)
  }

  @Test func `a roll goes when no round uses it any more`() throws {
    let rounds = ["autumn", "spring"]
    _ = try test.people.take(
      roll(rollText), in: ["autumn"], file: "roll.csv", on: someDay, by: lead)
    let pruned = try prune(rounds, of: rounds)
    #expect(pruned == [PrunedRound(round: "autumn", rows: ["roll": 2])])
    #expect(try test.people.roll(in: rounds) == nil)
    #expect(try test.people.roll(in: rounds + ["summer"]) == nil)
    for (file, bytes) in try test.bytes() {
      #expect(bytes.range(of: Data("Aisha Khan".utf8)) == nil, "\(file)")
    }
    // A round that is made later does not take the empty roll for its own.
    _ = try test.people.take(
      roll(rollText), in: rounds + ["summer"], file: "roll.csv", on: someDay, by: lead)
    #expect(try test.people.roll(in: rounds + ["summer"])?.count == 2)
  }

  @Test func `who has left goes with the last round whose roll has the pupil`() throws {
    let rounds = ["autumn", "spring", "summer"]
    let later = ["pupil,name,class\nP2,Aisha Khan,5B\n", "pupil,name,class\nP4,Jo Bell,5B\n"]
    for (place, text) in ([rollText] + later).enumerated() {
      _ = try test.people.take(
        roll(text), in: Array(rounds[...place]), file: "roll.csv", on: someDay, by: lead)
    }
    #expect(try test.people.roll(in: rounds)?.leaverCount == 2)
    #expect(
      try prune(["autumn"], of: rounds) == [
        PrunedRound(round: "autumn", rows: ["roll": 2]),
        PrunedRound(round: "spring", rows: ["leavers": 1]),
        PrunedRound(round: "summer", rows: ["leavers": 1]),
      ])
    #expect(try test.people.roll(in: rounds)?.leavers.map(\.id) == ["P2"])
    func stands(_ name: String) throws -> Bool {
      try test.bytes().values.contains { $0.range(of: Data(name.utf8)) != nil }
    }
    #expect(try !stands("Tom Brown"))
    #expect(try stands("Aisha Khan"))
    _ = try prune(["autumn", "spring"], of: rounds)
    #expect(try !stands("Aisha Khan"))
    #expect(try test.people.roll(in: rounds)?.count == 1)
  }

  @Test func `answers and names each go when their own time is over`() throws {
    for first in ["answers", "names"] {
      let test = try PruningTests()
      _ = try test.test.people.take(
        roll(rollText), in: ["autumn"], file: "roll.csv", on: someDay, by: lead)
      try test.fill("autumn", seed: 1)
      func prune(names: Bool, answers: Bool) throws -> [[String: Int]] {
        try test.prune(
          names ? ["autumn"] : [], answers: answers ? ["autumn"] : [], of: ["autumn"]
        ).map(\.rows)
      }
      let answers = ["mood": 1]
      let names = ["trusted-peers": 1, "roll": 2]
      let isFirst = first == "answers"
      #expect(
        try prune(names: !isFirst, answers: isFirst) == [isFirst ? answers : names], "\(first)")
      #expect(try prune(names: true, answers: true) == [isFirst ? names : answers], "\(first)")
    }
  }

  @Test func `a round in which nothing went is not on record again`() throws {
    try fill("autumn", seed: 1)
    for _ in 0..<2 {
      _ = try test.answers.prune(["autumn", "spring"], on: someDay, isRehearsal: false)
      _ = try prune(["autumn", "spring"], of: ["autumn", "spring"])
    }
    #expect(try test.answers.events().filter { $0.action == "prune" }.map(\.detail) == ["autumn"])
    #expect(try test.people.events().filter { $0.action == "prune" }.map(\.detail) == ["autumn"])
  }

  @Test func `the rounds of which something is kept are known`() throws {
    #expect(try test.answers.rounds().isEmpty && test.people.rounds().isEmpty)
    _ = try test.people.take(
      roll(rollText), in: ["winter"], file: "roll.csv", on: someDay, by: lead)
    try fill("autumn", seed: 1)
    #expect(try test.answers.rounds() == ["autumn"])
    #expect(try test.people.rounds() == ["autumn", "winter"])
    _ = try prune(["autumn"], of: ["autumn"])
    #expect(try test.people.rounds() == ["winter"])
  }

  @Test func `a rehearsal says what would go and changes not one byte`() throws {
    _ = try test.people.take(
      roll(rollText), in: ["autumn"], file: "roll.csv", on: someDay, by: lead)
    try fill("autumn", seed: 1)
    let before = [try test.settled(.identity), try test.settled(.answers)]
    let answers = try test.answers.prune(["autumn"], on: someDay, isRehearsal: true)
    let people = try prune(["autumn"], of: ["autumn"], isRehearsal: true)
    #expect([try test.settled(.identity), try test.settled(.answers)] == before)
    #expect(answers.map(\.rows) == [["mini-safety": 12]])
    #expect(people.map(\.rows) == [["trusted-peers": 1, "mood": 1, "roll": 2]])
    #expect(try prune(["autumn"], of: ["autumn"]) == people)
  }

  @Test func `answers that are over may come again`() throws {
    try fill("autumn", seed: 1)
    _ = try test.answers.prune(["autumn"], on: someDay, isRehearsal: false)
    let read = try outcome(SurveyRows(12, seed: 1).microsoft(), for: safety)
    #expect(try test.answers.take(read, intake(safety)).words == "A2 +12 ~0 =0 of 12")
  }

  @Test func `nothing is pruned where no round is over`() throws {
    try fill("autumn", seed: 1)
    let before = [try test.settled(.identity), try test.settled(.answers)]
    #expect(try test.answers.prune([], on: someDay, isRehearsal: false).isEmpty)
    #expect(try prune([], of: ["autumn"]).isEmpty)
    #expect(try test.answers.prune(["spring"], on: someDay, isRehearsal: false).isEmpty)
    #expect([try test.settled(.identity)] == [before[0]])
  }
}
