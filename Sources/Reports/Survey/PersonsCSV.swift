public import Analysis
import Instruments
import Responses

/// Every response as a row of a tidy table.
///
/// The columns are who, those of `--by`, scores, bands, the codes of the answers, and flags. An empty
/// cell is a missing value.
///
/// `DictionaryCSV` says what the columns hold; `docs/analyst.md` reads both in R and Python.
public enum PersonsCSV {
  /// Writes the table with its heading row, one response to a line, in the order of the file.
  ///
  /// - Parameters:
  ///   - release: The responses, for whoever holds the file.
  ///   - sink: Where the bytes go, piece by piece.
  /// - Returns: The sink; what was written is still in it where it has no drain.
  /// - Complexity: O(rows × columns) time; memory does not grow with the rows.
  public static func write(_ release: Release<PersonFigures>, to sink: ByteSink) -> ByteSink {
    let persons = release.figures
    let columns = PersonsColumn.all(of: persons)
    var csv = CSVWriter(sink)
    csv.header(columns.map(\.name))
    var prepared = PreparedCells()
    var cells = columns.map { PersonsCells($0.content, of: persons, preparing: &prepared) }
    var places: [Int32] = []
    persons.forEachBlock { block in
      let height = block.rows.count
      places = Array(repeating: PersonsCells.empty, count: cells.count * height)
      for index in cells.indices {
        cells[index].load(block, into: &places, from: index * height, preparing: &prepared)
      }
      for row in block.rows.indices {
        csv.record { csv in
          for index in cells.indices {
            if index > 0 { csv.separate() }
            let place = places[index * height + row - block.rows.lowerBound]
            if place >= 0 {
              csv.write(Int(place), of: prepared)
            } else if place == PersonsCells.own {
              cells[index].write(row, to: &csv)
            }
          }
        }
      }
    }
    return csv.finish()
  }
}
