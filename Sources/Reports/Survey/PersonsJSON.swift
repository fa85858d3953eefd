import Analysis
import Instruments
import Responses

/// Every response as a member `persons` of `mhars.scores/1`, one object to a line.
///
/// `docs/json.md` lists the members.
enum PersonsJSON {
  /// Writes the member, piece by piece.
  static func write(_ release: Release<PersonFigures>, to json: inout JSONWriter) {
    let persons = release.figures
    let scores = persons.scores
    var numbers = scores.map { _ in PreparedCells() }
    var bands = numbers
    json.key("persons")
    json.array { json in
      persons.forEachBlock { block in
        for (index, score) in block.scores.enumerated() {
          for value in score.values[numbers[index].count...] {
            numbers[index].append(Self.written { $0.value(value.number) })
            bands[index].append(Self.written { $0.value(value.band) })
          }
        }
        for place in 0..<block.rows.count {
          let row = block.rows.lowerBound + place
          json.object(inline: true) { json in
            json.member("row", persons.table.record(ofRow: row))
            json.member("id", persons.table.identifiers?[row])
            json.object("scores") { json in
              for index in scores.indices {
                json.key(scores[index].score.id)
                json.value(Int(block.scores[index].places[place]), of: numbers[index])
              }
            }
            json.object("bands") { json in
              for index in scores.indices where scores[index].hasBands {
                json.key(scores[index].score.id)
                json.value(Int(block.scores[index].places[place]), of: bands[index])
              }
            }
            json.member("flags", block.flags[place].words)
          }
        }
      }
    }
  }

  private static func written(_ body: (inout JSONWriter) -> Void) -> ByteSink {
    var json = JSONWriter(ByteSink())
    body(&json)
    return json.sink
  }
}

extension JSONWriter {
  /// A value as it was prepared; `null` for a place that was not.
  fileprivate mutating func value(_ place: Int, of prepared: PreparedCells) {
    guard place >= 0 else { return value(nil as String?) }
    record { prepared.write(place, to: &$0) }
  }
}
