import Foundation
import Testing

@testable import Instruments

struct SchemaTests {
  /// The keys and the words that a schema allows at its top and in its definitions, by name.
  private func schema(_ name: String) throws -> [String: [String: Any]] {
    let file = projectFolder.appending(path: "docs/schemas/\(name).schema.json")
    let object = try JSONSerialization.jsonObject(with: Data(contentsOf: file))
    let top = try #require(object as? [String: Any])
    var parts = try #require(top["$defs"] as? [String: [String: Any]])
    parts["top"] = top
    return parts
  }

  private func keys(_ part: [String: Any]?) throws -> [String] {
    #expect(part?["additionalProperties"] as? Bool == false)
    return try #require(part?["properties"] as? [String: Any]).keys.sorted()
  }

  private func words(_ key: String, in part: [String: Any]?) throws -> [String] {
    let properties = try #require(part?["properties"] as? [String: [String: Any]])
    return try #require(properties[key]?["enum"] as? [String])
  }

  @Test func `the schema of instruments has the keys that the reader knows`() throws {
    let parts = try schema("instrument")
    #expect(try keys(parts["top"]) == KnownKeys.instrument.sorted())
    #expect(try keys(parts["missing_reason"]) == KnownKeys.missingReason.sorted())
    #expect(try keys(parts["scale"]) == KnownKeys.scale.sorted())
    #expect(try keys(parts["point"]) == KnownKeys.point.sorted())
    #expect(try keys(parts["section"]) == KnownKeys.section.sorted())
    #expect(try keys(parts["item"]) == KnownKeys.item.sorted())
    #expect(try keys(parts["score"]) == KnownKeys.score.sorted())
    #expect(try keys(parts["score_item"]) == KnownKeys.scoreItem.sorted())
    #expect(try keys(parts["label_rule"]) == KnownKeys.label.sorted())
    #expect(try keys(parts["banding"]) == KnownKeys.banding.sorted())
    #expect(try keys(parts["band"]) == KnownKeys.band.sorted())
    #expect(try keys(parts["licence"]) == KnownKeys.licence.sorted())
    #expect(try keys(parts["vector"]) == KnownKeys.vector.sorted())
    #expect(try keys(parts["record"]) == KnownKeys.record.sorted())
    #expect(try keys(parts["record_minimum"]) == KnownKeys.recordMinimum.sorted())
    #expect(try keys(parts["measure"]) == KnownKeys.measure.sorted())
    #expect(try keys(parts["confidence"]) == KeyField.allCases.map(\.rawValue).sorted())
  }

  @Test func `the schema of framework packs has the keys that the reader knows`() throws {
    let parts = try schema("framework")
    #expect(try keys(parts["top"]) == KnownKeys.framework.sorted())
    #expect(try keys(parts["component"]) == KnownKeys.component.sorted())
    #expect(try keys(parts["practice"]) == KnownKeys.practice.sorted())
    #expect(try keys(parts["method"]) == KnownKeys.frameworkMethod.sorted())
  }

  @Test func `the schema of crosswalks has the keys that the reader knows`() throws {
    let parts = try schema("crosswalk")
    #expect(try keys(parts["top"]) == KnownKeys.crosswalk.sorted())
    #expect(try keys(parts["component"]) == KnownKeys.crosswalkComponent.sorted())
  }

  @Test func `the schemas have the words that the reader knows`() throws {
    let parts = try schema("instrument")
    let top = parts["top"]
    #expect(try words("audience", in: top) == Instrument.Audience.allCases.map(\.rawValue))
    #expect(try words("privacy", in: top) == Instrument.Privacy.allCases.map(\.rawValue))
    #expect(try words("type", in: parts["item"]) == ItemType.allCases.map(\.rawValue))
    #expect(try words("role", in: parts["item"]) == Item.Role.allCases.map(\.rawValue))
    let importances = Item.Importance.allCases.map(\.rawValue)
    #expect(try words("importance", in: parts["item"]) == importances)
    let scopes = NominationRule.Scope.allCases.map(\.rawValue)
    #expect(try words("scope", in: parts["item"]) == scopes)
    #expect(try words("method", in: parts["score"]) == Score.Method.allCases.map(\.rawValue))
    #expect(try words("rounding", in: parts["score"]) == Score.Rounding.allCases.map(\.rawValue))
    #expect(try words("better", in: parts["score"]) == Score.Direction.allCases.map(\.rawValue))
    #expect(try words("awaits", in: parts["score"]) == Score.Awaited.allCases.map(\.rawValue))
    for field in KeyField.allCases.map(\.rawValue) {
      let levels = try words(field, in: parts["confidence"])
      #expect(levels == Confidence.allCases.map(\.rawValue))
    }
  }

  @Test func `the schemas ask for the keys that the reader asks for`() throws {
    let file = projectFolder.appending(path: "docs/schemas/instrument.schema.json")
    let object = try JSONSerialization.jsonObject(with: Data(contentsOf: file))
    let required = (object as? [String: Any])?["required"] as? [String]
    expectFaults(
      in: "1️⃣title: x", only: "missing-key",
      Fault("1️⃣", "missing-key", "'id'"), Fault("1️⃣", "missing-key", "'version'"),
      Fault("1️⃣", "missing-key", "'audience'"), Fault("1️⃣", "missing-key", "'privacy'"),
      Fault("1️⃣", "missing-key", "'sections'"))
    #expect(required == ["id", "version", "audience", "privacy"])
    let top = try #require(object as? [String: Any])
    let either = top["anyOf"] as? [[String: [String]]]
    #expect(either == [["required": ["sections"]], ["required": ["key"]]])
  }

  @Test func `the schema of audit plans has the keys and words that the reader knows`() throws {
    let parts = try schema("audit")
    let top = parts["top"]
    let audiences = AuditPlan.audiences.map(\.rawValue)
    #expect(try keys(top) == KnownKeys.auditPlan.sorted())
    #expect(try keys(parts["round"]) == KnownKeys.round.sorted())
    #expect(try keys(parts["keep"]) == KnownKeys.keep.sorted())
    #expect(try keys(parts["groups"]) == audiences.sorted())
    #expect(try keys(parts["minimums"]) == audiences.sorted())
    #expect(try words("phase", in: top) == AuditPlan.Phase.allCases.map(\.rawValue))
    #expect(try words("reference", in: top) == NominationRule.Scope.allCases.map(\.rawValue))
    #expect(top?["required"] as? [String] == ["school", "framework", "rounds"])
    #expect(parts["round"]?["required"] as? [String] == ["id", "instruments"])
    let minimums = parts["minimums"]?["properties"] as? [String: [String: Any]]
    for audience in AuditPlan.audiences {
      let least = minimums?[audience.rawValue]?["minimum"] as? Int
      #expect(least == AuditPlan.leastMinimum(for: audience))
    }
  }

  @Test func `the schema of actions has the keys and words that the reader knows`() throws {
    let parts = try schema("actions")
    #expect(try keys(parts["top"]) == KnownKeys.actionRegister.sorted())
    let action = parts["action"]
    #expect(try keys(action) == KnownKeys.action.sorted())
    #expect(try words("tier", in: action) == Tier.allCases.map(\.rawValue))
    #expect(try words("cost", in: action) == Action.Cost.allCases.map(\.rawValue))
    #expect(try words("status", in: action) == Action.Status.allCases.map(\.rawValue))
    let (_, ids) = readActions("actions: [{ note: x }]\n")
    let required = try #require(action?["required"] as? [String])
    #expect(ids == ["unknown-key"] + required.map { _ in "missing-key" })
  }

  @Test func `the schema of audit plans takes the times of keeping that the reader takes`() throws {
    let pattern = try #require(try schema("audit")["time"]?["pattern"] as? String)
    let regex = try Regex(pattern)
    for unit in AuditPlan.Retention.Unit.allCases.map(\.rawValue) {
      for text in ["12 \(unit)", "1 \(unit.dropLast())", "0 \(unit)", "1\(unit)", "01 \(unit)"] {
        let isRead = readPlan(shortPlan + "keep: { names: \(text) }").0 != nil
        #expect((text.wholeMatch(of: regex) != nil) == isRead, "\(text)")
      }
    }
  }
}
