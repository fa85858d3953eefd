extension InstrumentDraft {
  /// The instrument that the draft describes, with its hash.
  ///
  /// - Returns: `nil` when a part that every instrument has could not be read.
  func instrument() -> Instrument? {
    guard let id, let version, let audience, let privacy else { return nil }
    let scaleList = scales.map { scale in
      Instruments.Scale(
        id: scale.id.value, points: scale.points.compactMap(\.value),
        favourable: scale.favourable.map { Set($0.compactMap { Int($0.value) }) })
    }
    let scalesByID = Dictionary(scaleList.map { ($0.id, $0) }) { first, _ in first }
    let items = sections.flatMap { section in
      section.items.compactMap { $0.item(in: section, scalesByID) }
    }
    let reversed = Set(items.filter(\.isReversed).map(\.id))
    var instrument = Instrument(
      id: id.value, version: version.value,
      title: title?.value ?? LocalizedText(["en": id.value]), framework: framework?.value,
      audience: audience.value, privacy: privacy.value, methods: methods.map(\.value),
      missing: missing.compactMap { reason in
        reason.point.value.map {
          Instrument.MissingReason(reason: reason.reason.value, point: $0)
        }
      },
      scales: scaleList,
      sections: sections.compactMap { section in
        section.id.map { Instrument.Section(id: $0.value, stem: section.stem?.value) }
      },
      items: items, scores: scores.compactMap { $0.score(reversed: reversed) },
      record: record?.rule,
      aliases: Dictionary(
        aliases.map { ($0.item.value, $0.headings.map(\.value)) }, uniquingKeysWith: +),
      terms: terms, key: key?.value)
    instrument.hash = InstrumentHash.hash(of: instrument)
    return instrument
  }
}

extension InstrumentDraft.Point {
  fileprivate var value: Point? {
    code.map { Point(code: $0.value, label: label?.value) }
  }
}

extension InstrumentDraft.Item {
  fileprivate func item(in section: InstrumentDraft.Section, _ scales: [String: Scale]) -> Item? {
    guard let id, let sectionID = section.id, let format = answerFormat(scales) else { return nil }
    return Item(
      id: id.value, text: text?.value, stem: section.stem?.value, format: format,
      isReversed: reverse?.value ?? false, practice: practice?.value, role: role?.value,
      importance: importance?.value, section: sectionID.value)
  }

  private func answerFormat(_ scales: [String: Scale]) -> AnswerFormat? {
    switch format {
    case .scale(let id): scales[id].map { .scale($0) }
    case .choices(let points, let allowsSeveral):
      allowsSeveral ? .multiple(points.compactMap(\.value)) : .single(points.compactMap(\.value))
    case .open(let format): format
    case nil: nil
    }
  }
}

extension InstrumentDraft.Score {
  fileprivate func score(reversed: Set<String>) -> Score? {
    guard let id, let method else { return nil }
    let count = uses.count
    let fewest = method.value == .mean ? (count + 1) / 2 : count
    return Score(
      id: id.value, title: title?.value,
      uses: uses.map {
        let isReversed = $0.reverse?.value ?? reversed.contains($0.item.value)
        return Score.Use(item: $0.item.value, isReversed: isReversed)
      },
      sources: rules.sources.map(\.value), method: method.value,
      minimumAnswered: minimumAnswered?.value ?? fewest, range: range,
      recode: Dictionary(rules.recode.map { ($0.code.value, $0.value) }) { first, _ in first },
      rounding: rules.rounding, table: rules.table,
      labels: rules.labels.map { label in
        LabelRule(
          label: label.label.value,
          codes: Dictionary(label.codes.map { ($0.item.value, Set($0.codes.map(\.value))) }) {
            $0.union($1)
          })
      },
      bands: rules.scheme.map { Banding(scheme: $0.value, bands: rules.bands.map(\.band)) },
      isOutcome: rules.isOutcome?.value ?? false, better: rules.better ?? .higher,
      awaited: rules.awaited?.value, confidence: rules.confidence)
  }
}

extension InstrumentDraft {
  /// Licence, confidence and vectors; `nil` where the file names no licence.
  private var terms: KeyTerms? {
    licence.map { licence in
      KeyTerms(
        licence: licence.licence, confidence: confidence,
        vectors: vectors.map { vector in
          KeyVector(
            answers: vector.answers.map(\.value),
            expected: vector.expected.map {
              KeyVector.Expected(score: $0.score.value, value: $0.value.value)
            },
            bands: Dictionary(vector.bands.map { ($0.score.value, $0.label.value) }) { $1 },
            note: vector.note)
        })
    }
  }
}
