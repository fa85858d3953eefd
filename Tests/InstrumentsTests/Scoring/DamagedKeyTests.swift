import Diagnostics
import Instruments
import Testing

/// A key that is damaged in any one place is refused.
struct DamagedKeyTests {
  /// One damage to the scores of a key, in words.
  private typealias Damage = (name: String, scores: [Score])

  private static func damages(to key: Instrument) -> [Damage] {
    key.scores.indices.flatMap { place -> [Damage] in
      let score = key.scores[place]
      guard key.refusal(of: score) == nil else { return [] }
      return rules(score) + uses(score, key) + tables(score) + bands(score)
    }.map { damage in
      (damage.name, key.scores.map { $0.id == damage.scores[0].id ? damage.scores[0] : $0 })
    }
  }

  private static func changed(_ score: Score, _ name: String, _ change: (inout Score) -> Void)
    -> Damage
  {
    var other = score
    change(&other)
    return ("\(score.id): \(name)", [other])
  }

  private static func rules(_ score: Score) -> [Damage] {
    var damages: [Damage] = []
    if !score.uses.isEmpty, score.method != .label {
      if score.minimumAnswered < score.uses.count {
        damages.append(changed(score, "one answer more") { $0.minimumAnswered += 1 })
      }
      if score.minimumAnswered > 1 {
        damages.append(changed(score, "one answer fewer") { $0.minimumAnswered -= 1 })
      }
      if score.uses.count > 1 {
        damages.append(
          changed(score, "the other method") { $0.method = $0.method == .sum ? .mean : .sum })
      }
    }
    if score.rounding != nil { damages.append(changed(score, "not rounded") { $0.rounding = nil }) }
    for code in score.recode.keys {
      damages.append(changed(score, "code \(code) recoded") { $0.recode[code, default: 0] += 1 })
    }
    for source in score.sources.indices where score.sources.count > 1 {
      damages.append(changed(score, "without source \(source)") { $0.sources.remove(at: source) })
    }
    for rule in score.labels.indices {
      for item in score.labels[rule].codes.keys {
        damages.append(
          changed(score, "label \(rule), \(item)") {
            let codes = $0.labels[rule].codes[item] ?? []
            $0.labels[rule].codes[item] = codes.contains(3) ? codes.subtracting([3]) : [1]
          })
      }
    }
    return damages
  }

  private static func uses(_ score: Score, _ key: Instrument) -> [Damage] {
    guard score.method != .label else { return [] }
    let used = Set(score.uses.map(\.item))
    let formats = key.items.filter { used.contains($0.id) }.map(\.format)
    let further = key.items.first { !used.contains($0.id) && formats.contains($0.format) }
    return score.uses.indices.flatMap { use -> [Damage] in
      var damages = [
        changed(score, "item \(use) turned round") { $0.uses[use].isReversed.toggle() }
      ]
      if score.uses.count > 1 {
        damages.append(changed(score, "item \(use) left out") { $0.uses.remove(at: use) })
      }
      if let further {
        damages.append(
          changed(score, "item \(use) replaced by \(further.id)") { $0.uses[use].item = further.id }
        )
      }
      return damages
    }
  }

  private static func tables(_ score: Score) -> [Damage] {
    score.table.keys.sorted().flatMap { row in
      [
        changed(score, "row \(row) changed") { $0.table[row, default: 0] += 0.01 },
        changed(score, "row \(row) gone") { $0.table[row] = nil },
      ]
    }
  }

  private static func bands(_ score: Score) -> [Damage] {
    (score.bands?.bands ?? []).indices.map { band in
      changed(score, "band \(band) renamed") { $0.bands?.bands[band].label += "!" }
    }
  }

  @Test(arguments: ShippedKeys.ids)
  func `every damage to a score fails a vector`(id: String) throws {
    let key = try ShippedKeys.read(id)
    var count = 0
    for damage in Self.damages(to: key) {
      var damaged = key
      damaged.scores = damage.scores
      #expect(!VectorRun(damaged).failures.isEmpty, "\(id), \(damage.name)")
      count += 1
    }
    #expect((count > 0) == (key.scores.contains { key.refusal(of: $0) == nil }))
  }

  @Test(arguments: ShippedKeys.ids)
  func `a band that starts or ends elsewhere fails a vector`(id: String) throws {
    let key = try ShippedKeys.read(id)
    for score in key.scores.indices where key.refusal(of: key.scores[score]) == nil {
      let scoreID = key.scores[score].id
      for band in (key.scores[score].bands?.bands ?? []).indices {
        // Ends at the end of the scale may lie further out without a difference.
        let own = try #require(key.scores[score].bands?.bands[band])
        for (name, end) in [("from", own.from), ("to", own.to)] {
          guard let end, !Self.isEndOfScale(end, key.scores[score], key) else { continue }
          var damaged = key
          let inwards = name == "from" ? 1.0 : -1.0
          if name == "from" { damaged.scores[score].bands?.bands[band].from = end + inwards }
          if name == "to" { damaged.scores[score].bands?.bands[band].to = end + inwards }
          #expect(
            !VectorRun(damaged).failures.isEmpty, "\(id), \(scoreID), \(own.label), \(name)")
        }
      }
    }
  }

  private static func isEndOfScale(_ end: Double, _ score: Score, _ key: Instrument) -> Bool {
    guard let ends = ScoreKey(score, in: key)?.ends else { return true }
    return end == ends.lowerBound || end == ends.upperBound
  }

  private let key = """
    id: sample
    version: 1
    audience: pupils
    privacy: anonymous
    licence: { status: ours, ships_text: false }
    scales: { points: { points: [{ code: 1 }, { code: 2 }, { code: 3 }] } }
    sections: [{ id: items, scale: points, items: [{ id: item_1 }, { id: item_2 }] }]
    scores:
      - id: raw
        items: [item_1, item_2]
        method: sum
        bands: { scheme: ours, bands: [{ label: low, to: 3 }, { label: high, from: 4 }] }
      - { id: metric, from: raw, method: table, table: { 2: 2, 3: 3.5, 4: 4.1, 5: 5.2, 6: 6 } }
    vectors:

    """

  @Test func `the place of the damage is that of the figure that is not met`() {
    expectFaults(
      in: key + """
          - { answers: [1, 2], expect: { raw: 3, metric: 3.5 }, bands: { raw: low } }
          - answers: [3, 1]
            expect: { raw: 4, metric: 1️⃣4.2 }
            bands: { raw: 2️⃣low }
          - { answers: [3, blank], expect: { raw: 3️⃣3, metric: none } }
          - { answers: [1, 1], expect: { raw: 4️⃣refused } }
        """,
      Fault("1️⃣", "vector-failed", "vector 2 asks for 'metric' to be 4.2 and the key gives 4.1"),
      Fault("2️⃣", "vector-failed", "the band of 'raw' to be low and the key gives high"),
      Fault("3️⃣", "vector-failed", "'raw' to be 3 and the key gives none"),
      Fault("4️⃣", "vector-failed", "'raw' to be refused and the key gives 2"))
  }

  @Test func `a key with a failed vector is no instrument`() {
    #expect(read(key + "  - { answers: [1, 2], expect: { raw: 3, metric: 3.5 } }\n").0 != nil)
    #expect(read(key + "  - { answers: [1, 2], expect: { raw: 4, metric: 3.5 } }\n").0 == nil)
  }
}
