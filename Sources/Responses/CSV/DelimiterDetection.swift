/// Finds the character that parts the columns of a file.
enum DelimiterDetection {
  private static let candidates = [UInt8](",;\t|".utf8)
  private static let sampleRows = 200

  /// The delimiter under which the most rows are as wide as the heading line.
  ///
  /// libcsv itself reads the sample with each candidate, so that a delimiter inside quotes never
  /// counts. A file of one column has a comma.
  static func delimiter(of sample: [UInt8]) -> UInt8 {
    let wholeLines = sample.lastIndex(of: 0x0A).map { Array(sample[...$0]) } ?? sample
    let source = FileSource(name: "", bytes: wholeLines)
    var best: (delimiter: UInt8, rows: Int, width: Int) = (0x2C, 0, 1)
    for candidate in candidates {
      var width = 0
      var rows = 0
      _ = try? CSVReader(source: source, delimiter: candidate, skipping: 0).forEachRow { row in
        if row.record == 1 { width = row.count }
        if row.count == width { rows += 1 }
        return row.record < sampleRows
      }
      guard width > 1 else { continue }
      if best.width == 1 || (rows, width) > (best.rows, best.width) {
        best = (candidate, rows, width)
      }
    }
    return best.delimiter
  }
}
