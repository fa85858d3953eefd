import Analysis
import ArgumentParser
import Diagnostics
import Instruments
import Reports
import Store

/// The actions that a school has decided on after an audit.
struct ActionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "actions",
    abstract: "Show the register of actions, and what in it is due.",
    discussion: """
      The register is actions.yaml beside the plan, which people write; 'mhars actions template' \
      prints an entry for it. All faults are named with their places.

      Example: mhars actions --audit larkfield
      """,
    subcommands: [ActionsListCommand.self, ActionsTemplateCommand.self],
    defaultSubcommand: ActionsListCommand.self)
}

/// Lists the actions of an audit.
struct ActionsListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the actions by day of review, and what has none.",
    usage: "mhars actions list [<options>]",
    discussion: "Example: mhars actions list --status planned --cost none --audit larkfield")

  @Option(
    help: ArgumentHelp(
      "Only those of a status: planned, under_way, done or dropped. May be repeated.",
      valueName: "status"))
  var status: [Action.Status] = []

  @Option(
    help: ArgumentHelp(
      "Only those of a cost: none, small or funded. May be repeated.", valueName: "cost"))
  var cost: [Action.Cost] = []

  @Option(
    help: ArgumentHelp(
      "Only those of a tier: all, at_risk or most_vulnerable. May be repeated.", valueName: "tier"))
  var tier: [Tier] = []

  @Option(
    help: ArgumentHelp(
      "The round whose findings are looked through for practices without an action; the current one "
        + "if not named.", valueName: "round"))
  var round: String?

  @OptionGroup var auditOptions: AuditOptions
  @OptionGroup(title: "Output") var outputOptions: OutputOptions

  func run() throws {
    try showing(auditOptions, in: outputOptions) { session, console in
      let actions = try ActionsSession(session, round: round, &console)
      let release = try actions.figures(&console).released(under: actions.policy)
      let choice = ActionChoice(statuses: status, costs: cost, tiers: tier)
      let place = session.heading(actions.round)
      try outputOptions.write(
        text: { ActionText(release, choice: choice, style: $0, heading: place).text() },
        json: { ActionJSON.write(release, choice: choice, heading: place, to: $0) },
        csv: { ActionCSV.write(release, choice: choice, to: $0) })
    }
  }
}

/// Prints an entry for the register.
struct ActionsTemplateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "template",
    abstract: "Print an entry for actions.yaml, filled in as far as the figures can.",
    usage: "mhars actions template <practice> [<options>]",
    discussion: """
      Paste it into actions.yaml and write the first step and the owner, or append it:
      mhars actions template C4.P4 --audit larkfield >> larkfield/actions.yaml

      Example: mhars actions template vision.safety --audit larkfield
      """)

  @Argument(
    help: ArgumentHelp(
      "The practice: its id, such as vision.safety, or its code, such as C4.P4.",
      valueName: "practice"))
  var practice: String

  @Option(
    help: ArgumentHelp(
      "For whom: all, at_risk or most_vulnerable.", valueName: "tier"))
  var tier: Tier = .all

  @Option(
    help: ArgumentHelp(
      "The round whose evidence it answers to; the current one if not named.", valueName: "round"))
  var round: String?

  @OptionGroup var auditOptions: AuditOptions

  func run() throws {
    try tellingTrouble {
      var console = Console()
      let session = try AuditSession(auditOptions.folder, for: .reading, &console)
      let actions = try ActionsSession(session, round: round, &console)
      guard let known = actions.pack.practice(named: practice) else {
        console.sink.error(
          .noSuchPractice(practice, actions.pack),
          at: Location(file: session.audit.folder))
        return try console.stopOnErrors()
      }
      let template = ActionProposal.template(
        for: known, tier: tier, in: actions.table, round: actions.round.id,
        on: session.today)
      guard let template else { misuse("The day is too late for a review after it.") }
      let register = actions.bytes.map { String(decoding: $0, as: UTF8.self) } ?? ""
      print(template.text(below: register), terminator: "")
    }
  }
}

extension Diagnostic.Message {
  static func noSuchPractice(_ name: String, _ framework: Framework) -> Self {
    let known = framework.components.flatMap(\.practices).map(\.id)
    return Self(
      id: "no-such-practice",
      "the framework '\(framework.id)' has no practice '\(name.clipped)'; "
        + NearestName.remedy(for: name, among: known, lead: "write one of"))
  }
}
