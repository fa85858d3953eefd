import Diagnostics
import Foundation
import Instruments
import Testing

/// Every key that is shipped gives the figures of its vectors, and says on which terms.
struct ShippedKeyTests {
  @Test func `all instruments of the catalogue have a key`() {
    #expect(
      ShippedKeys.ids == [
        "brs", "cd-risc-10", "cd-risc-2", "cd-risc-25", "delaware-school-survey", "edscls",
        "hse-msit-35", "kidscreen-10", "mmf", "ofsted-parent-view", "olweus-global",
        "ons-loneliness-children", "ons4", "pss-4", "rcads-25-child", "scwbs", "sdq-parent",
        "sdq-self", "sdq-teacher", "slss", "srs", "swemwbs", "tswq", "wemwbs", "who5",
      ])
  }

  @Test(arguments: ShippedKeys.ids)
  func `a key gives every score and band of its vectors`(id: String) throws {
    let run = VectorRun(try ShippedKeys.read(id))
    #expect(run.failures.isEmpty, "\(run.failures)")
    let isComputed = !["delaware-school-survey", "edscls", "ofsted-parent-view"].contains(id)
    #expect(isComputed == (run.vectors > 0))
  }

  @Test(arguments: ShippedKeys.ids)
  func `a key names its licence and holds none of the questions`(id: String) throws {
    let key = try ShippedKeys.read(id)
    let terms = try #require(key.terms)
    #expect(!terms.licence.status.isEmpty)
    #expect(terms.confidence[.structure] != nil && terms.confidence[.licence] != nil)
    #expect(key.items.allSatisfy { $0.text == nil && $0.stem == nil && $0.practice == nil })
    #expect(key.items.flatMap(\.format.points).allSatisfy { $0.label == nil })
    for (place, item) in key.items.enumerated() where !item.id.hasPrefix("impact_") {
      #expect(item.id == "item_\(place + 1)")
    }
  }

  @Test func `what is not known yet refuses and says what is awaited`() throws {
    var refused: [String: Int] = [:]
    for id in ShippedKeys.ids {
      let key = try ShippedKeys.read(id)
      let reasons = key.scores.compactMap(key.refusal(of:))
      if !reasons.isEmpty { refused[id] = reasons.count }
      #expect(reasons.allSatisfy { $0.contains("published form") || $0.contains("manual") })
    }
    #expect(
      refused == [
        "delaware-school-survey": 8, "edscls": 3, "kidscreen-10": 1, "rcads-25-child": 3,
        "srs": 10,
      ])
  }

  @Test(arguments: [
    ("hse-msit-35", "demands", [KeyField.missing]), ("sdq-self", "impact", [.missing]),
    ("sdq-self", "total", []), ("scwbs", "total", [.missing, .bands]),
    ("scwbs", "social_desirability", [.missing]), ("swemwbs", "metric", []),
    ("kidscreen-10", "t_value", []),
  ])
  func `rules that nobody checked are named`(id: String, score: String, rules: [KeyField]) throws {
    let key = try ShippedKeys.read(id)
    let own = try #require(key.scores.first { $0.id == score })
    #expect(key.unverifiedRules(of: own) == rules)
  }

  @Test func `half a point is rounded up and never to the even number`() throws {
    let persons = PersonScores(try ShippedKeys.read("sdq-self"))
    // Two points over four of the five items are 2.5 over all of them.
    let answers = ["item_3": 2, "item_13": 0, "item_16": 0, "item_24": 0]
    #expect(persons.scores(of: answers).first?.value == .number(3))
  }

  @Test func `a total of scores that is missing one is missing`() throws {
    let key = try ShippedKeys.read("sdq-parent")
    let full = Dictionary(uniqueKeysWithValues: (1...25).map { ("item_\($0)", 1) })
    let lacking = full.filter { !["item_5", "item_7", "item_12"].contains($0.key) }
    func value(_ id: String, _ answers: [String: Int]) -> PersonScores.Value? {
      PersonScores(key).scores(of: answers).first { $0.score.id == id }?.value
    }
    #expect(value("total", full) == .number(20))
    #expect(value("conduct", lacking) == PersonScores.Value.none)
    #expect(value("total", lacking) == PersonScores.Value.none)
    #expect(value("internalising", lacking) == .number(10))
  }

  @Test func `an answer that the form does not have counts as none`() throws {
    let persons = PersonScores(try ShippedKeys.read("swemwbs"))
    var answers = Dictionary(uniqueKeysWithValues: (1...7).map { ("item_\($0)", 3) })
    #expect(persons.scores(of: answers).map(\.value) == [.number(21), .number(19.25)])
    answers["item_4"] = 0
    #expect(persons.scores(of: answers).map(\.value) == [.none, .none])
  }
}
