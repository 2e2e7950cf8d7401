/// A rule about one entry by what registries say: it finds nothing where nobody asked.
package protocol FactRule: EntryRule {}
