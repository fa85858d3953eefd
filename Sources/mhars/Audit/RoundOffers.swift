import Instruments

/// The shipped instruments that a first round could ask besides its own, each with what it is for.
struct RoundOffers {
  /// The instruments by the methods of the components, then those that ask what matters most.
  let list: [(instrument: String, note: String)]

  /// Looks through the shelves; instruments with faults are passed over, since none of them is asked.
  ///
  /// - Parameters:
  ///   - shelf: Where the instruments are.
  ///   - framework: The pack of the audit.
  ///   - components: The ids of the components that are chosen; empty for all.
  ///   - taken: The ids that the round asks already.
  init(
    _ shelf: InstrumentShelf, _ framework: Framework, components: [String], taken: [String]
  ) {
    var unread = Console()
    let all = RecordShelf(shelf).all(&unread)
    let chosen = framework.components.filter {
      components.isEmpty || components.contains($0.id)
    }
    var known = Set(taken)
    var list: [(instrument: String, note: String)] = []
    for method in chosen.flatMap(\.methods) {
      for instrument in all
      where instrument.methods.contains(method.id) && known.insert(instrument.id).inserted {
        list.append((instrument.id, "\(method.id) \(method.label)"))
      }
    }
    for instrument in all
    where instrument.framework == framework.id
      && instrument.items.contains(where: { $0.importance != nil })
      && known.insert(instrument.id).inserted
    {
      list.append((instrument.id, instrument.title.preferred))
    }
    self.list = list
  }
}
