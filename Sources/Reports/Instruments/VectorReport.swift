public import Diagnostics
public import Instruments

/// What the test vectors of some keys came to.
public struct VectorReport: Sendable {
  /// One key that was tried.
  public struct Key: Sendable {
    /// The id, or the file where the key could not be read.
    public let id: String
    /// How many vectors it has.
    public let vectors: Int
    /// How many scores and bands they ask for.
    public let figures: Int
    /// The scores that refuse, with the reason.
    public let refused: [(score: String, reason: String)]
    /// Whether the key was refused.
    public let isRefused: Bool

    /// A key that was read; its vectors hold, else it would not have been.
    public init(_ instrument: Instrument) {
      let run = VectorRun(instrument)
      id = instrument.id
      vectors = run.vectors
      figures = run.figures
      refused = instrument.scores.compactMap { score in
        instrument.refusal(of: score).map { (score.id, $0) }
      }
      isRefused = !run.failures.isEmpty
    }

    /// A key that was refused.
    public init(refused file: String) {
      id = file
      (vectors, figures, refused, isRefused) = (0, 0, [], true)
    }
  }

  private let keys: [Key]

  /// Makes a report of keys in their order.
  public init(_ keys: [Key]) { self.keys = keys }

  /// The report, 80 columns wide: a line for each key, then what refuses.
  public func text(style: TextStyle) -> String {
    var table = TextTable([
      ("Key", .left), ("Vectors", .right), ("Figures", .right), ("Result", .left),
    ])
    for key in keys {
      let result =
        key.isRefused
        ? "refused: a fault or a failed vector"
        : key.vectors == 0 ? "nothing to compute" : "all hold"
      table.add([key.id, "\(key.vectors)", "\(key.figures)", result])
    }
    var lines = table.lines(style: style)
    let unscored = keys.filter { !$0.refused.isEmpty }
    if !unscored.isEmpty {
      lines += ["", style.heading("Scores that refuse until they are checked")]
      for key in unscored {
        for reason in Set(key.refused.map(\.reason)).sorted() {
          let scores = key.refused.filter { $0.reason == reason }.map(\.score)
          lines += Wording.wrapped(
            "  \(key.id): \(Wording.listed(scores)): \(reason)", indent: "    ")
        }
      }
    }
    let vectors = keys.reduce(0) { $0 + $1.vectors }
    let refused = keys.count(where: \.isRefused)
    lines += [
      "",
      "\(Wording.counted(keys.count, "key")), \(Wording.counted(vectors, "vector")), "
        + (refused == 0 ? "all hold." : "\(Wording.counted(refused, "key")) refused."),
    ]
    return lines.joined(separator: "\n") + "\n"
  }

  /// Writes the report as `mhars.vectors/1`, and the faults of refused keys in the order of their
  /// places.
  ///
  /// - Parameters:
  ///   - faults: The faults that were found.
  ///   - sink: Where the bytes go.
  /// - Returns: The sink; what was written is still in it where it has no drain.
  public func write(_ faults: DiagnosticSink, to sink: ByteSink) -> ByteSink {
    var json = JSONWriter(sink)
    json.object { json in
      json.member("schema", "mhars.vectors/1")
      json.array("keys", of: keys) { key, json in
        json.object { json in
          json.member("key", key.id)
          json.member("vectors", key.vectors)
          json.member("figures", key.figures)
          json.member("holds", !key.isRefused)
          json.objects("refused", of: key.refused) { refused, json in
            json.member("score", refused.score)
            json.member("reason", refused.reason)
          }
        }
      }
      json.objects("diagnostics", of: faults.sortedByPlace) { $1.writeMembers(of: $0) }
    }
    return json.finish()
  }
}
