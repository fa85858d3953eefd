import Instruments

/// The answers of one audience of a planted school, as a file.
struct PlantedSurvey {
  let bytes: [UInt8]
  /// What everybody on the roll is inclined to, 0 to 100, by component.
  let onRoll: [Double]

  init(group: GapSchool.Group, truths: [Double], lot: inout Lot) {
    func inclinations(_ shift: Double) -> [Inclination] {
      truths.enumerated().map { place, truth in
        Inclination(truth: truth + (place == 0 ? shift : 0), hasClasses: group.classes > 0)
      }
    }
    let others = inclinations(group.shift)
    let declared = inclinations(group.shift + group.declaredShift)
    let classes = (0..<max(1, group.classes)).map { _ in 2 * lot.share() - 1 }
    var order = Array(0..<group.roll)
    lot.bringForward(group.answering, of: &order)
    var bytes = Array(Self.heading(of: group, components: truths.count).utf8)
    var sums = [Double](repeating: 0, count: truths.count)
    for (turn, person) in order.enumerated() {
      let isDeclared = turn < group.declared
      let leansUp = lot.happens(0.5)
      let place = classes[person * classes.count / group.roll]
      for (component, inclination) in (isDeclared ? declared : others).enumerated() {
        let chance = inclination.chance(own: leansUp, group: place, &lot)
        sums[component] += chance
        guard turn < group.answering else { continue }
        for _ in 0..<Inclination.items {
          if !lot.happens(Inclination.blank) {
            bytes.append(UInt8(49 + Inclination.answer(chance, &lot)))
          }
          bytes.append(44)
        }
      }
      if turn < group.answering { bytes += Array((isDeclared ? "yes\n" : "no\n").utf8) }
    }
    self.bytes = bytes
    onRoll = sums.map { 100 * $0 / Double(group.roll) }
  }

  private static func heading(of group: GapSchool.Group, components: Int) -> String {
    (1...(components * Inclination.items)).map { "q\($0)," }.joined() + "declared\n"
  }

  static func pack(components: Int) -> Framework {
    Framework(
      id: "planted", title: "Planted", source: "ours",
      components: (1...components).map { place in
        Framework.Component(
          id: "area\(place)", code: "C\(place)", title: "Area \(place)",
          practices: (1...2).map { practice in
            Framework.Practice(
              id: "area\(place).p\(practice)", code: "C\(place).P\(practice)",
              label: "Practice \(practice)")
          }, methods: [])
      })
  }

  /// Two practices for each component, two items each, codes 1 to 5 unless it is said otherwise.
  static func instrument(
    of group: GapSchool.Group, components: Int, codes: ClosedRange<Int> = 1...5
  ) -> Instrument {
    let scale = Scale(id: "points", points: codes.map { Point(code: "\($0)") })
    let items = (0..<(components * Inclination.items)).map { place in
      let practice = place % Inclination.items * 2 / Inclination.items + 1
      return Item(
        id: "q\(place + 1)", format: .scale(scale),
        practice: "area\(place / Inclination.items + 1).p\(practice)", section: "main")
    }
    let member = group.audience == .staff ? "senior_leader" : "councillor"
    let declared = Item(
      id: "declared",
      format: .single([
        Point(code: member, label: LocalizedText(["en": "yes"])),
        Point(code: "other", label: LocalizedText(["en": "no"])),
      ]), role: group.declared > 0 ? .group : nil, section: "main")
    return Instrument(
      id: group.audience.rawValue, version: "1", title: LocalizedText(["en": "Planted"]),
      audience: group.audience, privacy: .anonymous, scales: [scale],
      sections: [Instrument.Section(id: "main")], items: items + [declared])
  }
}
