public import Instruments

/// What an instrument asks and how it scores, as `mhars.instrument/1`.
///
/// `docs/json.md` lists the members.
public enum InstrumentJSON {
  /// Writes one object and a line end.
  ///
  /// - Parameters:
  ///   - instrument: The instrument.
  ///   - sink: Where the bytes go.
  /// - Returns: The sink; what was written is still in it where it has no drain.
  public static func write(_ instrument: Instrument, to sink: ByteSink) -> ByteSink {
    var json = JSONWriter(sink)
    json.object { json in
      json.member("schema", "mhars.instrument/1")
      json.member("id", instrument.id)
      json.member("version", instrument.version)
      json.member("hash", instrument.hash)
      json.member("title", instrument.title.preferred)
      json.member("framework", instrument.framework)
      json.member("audience", instrument.audience.rawValue)
      json.member("privacy", instrument.privacy.rawValue)
      json.member("key", instrument.key)
      json.array("items", of: instrument.items, write)
      json.array("scales", of: instrument.scales, write)
      json.array("scores", of: instrument.scores) { write($0, of: instrument, to: &$1) }
      json.member("methods", instrument.methods)
      write(instrument.terms, to: &json)
    }
    return json.finish()
  }

  private static func write(_ item: Item, to json: inout JSONWriter) {
    json.object { json in
      json.member("id", item.id)
      json.member("type", item.format.name)
      if case .scale(let scale) = item.format {
        json.member("scale", scale.id)
      } else {
        json.member("scale", nil as String?)
      }
      json.member("reverse", item.isReversed)
      json.member("practice", item.practice)
      json.member("section", item.section)
      json.member("text", item.text?.preferred)
      json.member("role", item.role?.rawValue)
      if let importance = item.importance { json.member("importance", importance.rawValue) }
      switch item.format {
      case .single(let points), .multiple(let points): write("choices", points, to: &json)
      default: json.member("choices", nil as String?)
      }
    }
  }

  private static func write(_ scale: Scale, to json: inout JSONWriter) {
    json.object { json in
      json.member("id", scale.id)
      json.key("favourable")
      if let favourable = scale.favourable {
        json.array(inline: true) { json in for code in favourable.sorted() { json.value(code) } }
      } else {
        json.value(nil as String?)
      }
      write("points", scale.points, to: &json)
    }
  }

  private static func write(_ name: String, _ points: [Point], to json: inout JSONWriter) {
    json.objects(name, of: points) { point, json in
      json.member("code", point.code)
      json.member("label", point.label?.preferred)
    }
  }

  private static func write(_ score: Score, of instrument: Instrument, to json: inout JSONWriter) {
    json.object { json in
      json.member("id", score.id)
      json.member("title", score.title?.preferred)
      json.objects("items", of: score.uses) { use, json in
        json.member("item", use.item)
        json.member("reverse", use.isReversed)
      }
      json.member("from", score.sources)
      json.member("method", score.method.rawValue)
      json.member("min_answered", score.uses.isEmpty ? nil : score.minimumAnswered)
      json.key("range")
      if let range = score.range {
        json.array(inline: true) { json in
          json.value(range.lowerBound)
          json.value(range.upperBound)
        }
      } else {
        json.value(nil as String?)
      }
      writeRules(score, to: &json)
      json.member("refused", instrument.refusal(of: score))
      json.member("unverified", instrument.unverifiedRules(of: score).map(\.rawValue))
    }
  }

  private static func writeRules(_ score: Score, to json: inout JSONWriter) {
    json.object("recode", inline: true) { json in
      for (code, value) in score.recode.sorted(by: { $0.key < $1.key }) {
        json.member("\(code)", value)
      }
    }
    json.member("rounding", score.rounding?.rawValue)
    json.objects("table", of: score.table.sorted { $0.key < $1.key }) { row, json in
      json.member("from", row.key)
      json.member("to", row.value)
    }
    json.array("labels", of: score.labels) { rule, json in
      json.object(inline: true) { json in
        json.member("label", rule.label)
        json.object("when") { json in
          for (item, codes) in rule.codes.sorted(by: { $0.key < $1.key }) {
            json.key(item)
            json.array { json in for code in codes.sorted() { json.value(code) } }
          }
        }
      }
    }
    json.member("bands_scheme", score.bands?.scheme)
    json.objects("bands", of: score.bands?.bands ?? []) { band, json in
      json.member("label", band.label)
      json.member("from", band.from)
      json.member("above", band.above)
      json.member("to", band.to)
      json.member("below", band.below)
    }
    json.member("outcome", score.isOutcome)
    json.member("better", score.better.rawValue)
  }

  private static func write(_ terms: KeyTerms?, to json: inout JSONWriter) {
    guard let terms else {
      json.member("licence", nil as String?)
      json.member("confidence", nil as String?)
      json.member("vectors", nil as Int?)
      return
    }
    json.object("licence") { json in
      json.member("status", terms.licence.status)
      json.member("ships_text", terms.licence.shipsText)
      json.member("note", terms.licence.note)
    }
    json.object("confidence", inline: true) { json in
      for field in KeyField.allCases {
        json.member(field.rawValue, terms.confidence[field]?.rawValue)
      }
    }
    json.member("vectors", terms.vectors.count)
  }
}
