import Dispatch

/// The coverage of every interval of the library, and of formulas that are wrong on purpose.
struct CoverageSimulation: Sendable {
  /// A part of the published table.
  struct Section: Sendable {
    let title: String
    let settings: [CoverageSetting]
  }

  /// One line: a setting and what was drawn.
  struct Line: Sendable {
    let setting: CoverageSetting
    let tally: CoverageTally
  }

  /// One line of shares: a setting and what was enumerated.
  struct ShareLine: Sendable {
    let setting: ShareSetting
    let outcome: ShareSetting.Outcome
  }

  static let sections = [
    Section(title: "Means", settings: MeanSettings.all),
    Section(title: "Silence", settings: StratifiedSettings.all),
    Section(title: "Two groups", settings: GroupSettings.all),
    Section(title: "Change", settings: ChangeSettings.all),
    Section(title: "Reliability", settings: AlphaSettings.all),
    Section(title: "Classes", settings: FunnelSettings.all),
    Section(title: "Indices of the gap table", settings: IndexSettings.all),
  ]

  static let controls =
    MeanSettings.controls + StratifiedSettings.controls + GroupSettings.controls
    + ChangeSettings.controls + AlphaSettings.controls + IndexSettings.controls

  let shares: [ShareLine]
  let shareControls: [ShareLine]
  /// The lines of each section.
  let lines: [[Line]]
  let controls: [Line]

  /// Enumerates and draws everything, with `part` times fewer draws than a full run.
  ///
  /// Each setting has its own draws, so that the number of threads changes nothing.
  init(part: Int = 1) {
    shares = Self.onThreads(ShareSettings.all) { ShareLine(setting: $0, outcome: $0.outcome()) }
    shareControls = Self.onThreads(ShareSettings.controls) {
      ShareLine(setting: $0, outcome: $0.outcome())
    }
    let settings = Self.sections.flatMap(\.settings) + Self.controls
    var drawn = Self.onThreads(settings) {
      Line(setting: $0, tally: CoverageTally($0, part: part))
    }[...]
    lines = Self.sections.map { section in
      defer { drawn = drawn.dropFirst(section.settings.count) }
      return Array(drawn.prefix(section.settings.count))
    }
    controls = Array(drawn)
  }

  /// The wrong formulas that do not stand out, in words.
  var unnoticed: [String] {
    shareControls.filter { !isNoticed($0) }.map { "\($0.setting.words), \($0.setting.fault ?? "")" }
      + controls.filter { !isNoticed($0) }.map { "\($0.setting.words), \($0.setting.fault ?? "")" }
  }

  /// The line of the right formula in the same setting.
  func right(of control: Line) -> Line? {
    lines.joined().first { $0.setting.seed == control.setting.seed }
  }

  func right(of control: ShareLine) -> ShareLine? {
    shares.first {
      $0.setting.method == control.setting.method && $0.setting.words == control.setting.words
    }
  }

  /// Whether a wrong formula reads otherwise than the right one, which keeps its promise.
  func isNoticed(_ control: Line) -> Bool {
    right(of: control)?.tally.reading == .holds && control.tally.reading != .holds
  }

  /// The same; a formula that is a tenth wider than need be stands out as well.
  func isNoticed(_ control: ShareLine) -> Bool {
    guard let right = right(of: control)?.outcome, right.reading != "short" else { return false }
    return control.outcome.reading != right.reading || control.outcome.width > 1.1 * right.width
  }

  /// What comes of each setting, in their order, on as many threads as there are.
  static func onThreads<Setting: Sendable, Line: Sendable>(
    _ settings: [Setting], _ line: @Sendable (Setting) -> Line
  ) -> [Line] {
    [Line](unsafeUninitializedCapacity: settings.count) { results, filled in
      // Each place is written once, by the one thread that has the setting.
      nonisolated(unsafe) let results = results
      DispatchQueue.concurrentPerform(iterations: settings.count) { place in
        results.initializeElement(at: place, to: line(settings[place]))
      }
      filled = settings.count
    }
  }
}
