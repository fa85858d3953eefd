import Instruments
import Responses
import Store

/// What the figures of a round are of, as a short id: the same for the same data, another one after
/// anything was taken in, undone, decided or erased.
///
/// It is made of the text of the plan, the definitions, the list of imports and what was decided or
/// erased since; no answer and no count of people is in it.
struct DataCut {
  /// The id, eight hexadecimal digits.
  let id: String

  init(of round: AuditPlan.Round, _ session: AuditSession) throws {
    let (people, answers) = (try session.audit.people(), try session.audit.answers())
    let rounds = Set(session.rounds(upTo: round))
    let imports = try people.imports() + answers.imports()
    var silent = Console()
    let plan = session.shelf.read(session.audit.planPath, &silent) ?? []
    var facts = [SHA256.hexadecimal(of: plan), round.id]
    facts += imports.filter { rounds.contains($0.round) }.map {
      "\($0.label) \($0.instrument) \($0.round) \($0.undone == nil)"
    }
    // What was decided and erased, in its order; names and times are no part of it.
    facts += try (people.events() + answers.events())
      .filter(\.changesFigures).map { "\($0.action) \($0.detail)" }
    // The packs, whichever of them sorts the evidence.
    for pack in session.shelf.files(in: "frameworks") {
      facts.append(SHA256.hexadecimal(of: session.shelf.read(pack, &silent) ?? []))
    }
    for instrument in session.instruments(of: round, &silent) {
      facts.append("\(instrument.id) \(instrument.hash)")
    }
    id = String(SHA256.hexadecimal(of: Array(facts.joined(separator: "\n").utf8)).prefix(8))
  }
}

extension Event {
  /// Whether what was done can change a figure; looking at lists and copying cannot.
  fileprivate var changesFigures: Bool {
    switch action {
    case "named list", "backup": false
    case "names": !detail.hasSuffix(" listed") && !detail.hasSuffix(" exported")
    default: true
    }
  }
}
