//! Who fills which requirement when people may fill a limited number of them: a maximum assignment (a flow), for taking
//! the first who fits would sometimes leave a requirement open that another distribution fills. Owns the computation
//! alone: people and requirements are numbers here.

use std::collections::{BTreeMap, VecDeque};

/// People needed for one requirement and who could be counted for it.
#[derive(Debug, Clone)]
pub(super) struct Need {
    /// People needed.
    pub minimum: usize,
    /// Candidates: person, and the group of which at most one may be counted (a clinical field); none is a group alone.
    pub candidates: Vec<(usize, Option<String>)>,
}

struct Arc {
    to: usize,
    room: usize,
}

/// Arcs stand in pairs: the one at an even place and, after it, its reverse.
#[derive(Default)]
struct Network {
    arcs: Vec<Arc>,
    from: Vec<Vec<usize>>,
}

const SOURCE: usize = 0;
const SINK: usize = 1;

impl Network {
    fn node(&mut self) -> usize {
        self.from.push(Vec::new());
        self.from.len() - 1
    }
    fn arc(&mut self, from: usize, to: usize, room: usize) -> usize {
        let at = self.arcs.len();
        self.arcs.extend([Arc { to, room }, Arc { to: from, room: 0 }]);
        for (node, arc) in [(from, at), (to, at + 1)] {
            if let Some(out) = self.from.get_mut(node) {
                out.push(arc);
            }
        }
        at
    }
    fn room(&self, arc: usize) -> usize {
        self.arcs.get(arc).map_or(0, |arc| arc.room)
    }
    /// Sends one more person along a shortest way that has room, if there is one.
    fn augment(&mut self) -> bool {
        let mut reached: BTreeMap<usize, usize> = BTreeMap::new();
        let mut next = VecDeque::from([SOURCE]);
        while let Some(node) = next.pop_front() {
            for &at in self.from.get(node).into_iter().flatten() {
                let Some(arc) = self.arcs.get(at).filter(|arc| arc.room > 0) else { continue };
                if arc.to != SOURCE && !reached.contains_key(&arc.to) {
                    reached.insert(arc.to, at);
                    next.push_back(arc.to);
                }
            }
        }
        let mut node = SINK;
        while node != SOURCE {
            let Some(&at) = reached.get(&node) else { return false };
            if let Some(arc) = self.arcs.get_mut(at) {
                arc.room -= 1;
            }
            let Some(back) = self.arcs.get_mut(at ^ 1) else { return false };
            back.room += 1;
            node = back.to;
        }
        true
    }
}

/// For each requirement the people counted for it, in their order: as many as possible in all, at most `limit`
/// requirements for each person, and nobody for a second one while somebody else could be counted.
pub(super) fn assign(wanted: &[Need], people: usize, limit: usize) -> Vec<Vec<usize>> {
    let mut network = Network::default();
    network.node();
    network.node();
    let persons: Vec<(usize, usize)> = (0..people)
        .map(|_| {
            let node = network.node();
            (node, network.arc(node, SINK, 1))
        })
        .collect();
    let mut choices: Vec<Vec<(usize, usize)>> = Vec::with_capacity(wanted.len());
    for one in wanted {
        let node = network.node();
        network.arc(SOURCE, node, one.minimum);
        let mut groups: BTreeMap<&str, usize> = BTreeMap::new();
        let mut chosen = Vec::with_capacity(one.candidates.len());
        for (person, group) in &one.candidates {
            let Some((to, _)) = persons.get(*person).copied() else { continue };
            let from = match group {
                None => node,
                Some(name) => *groups.entry(name.as_str()).or_insert_with(|| {
                    let group = network.node();
                    network.arc(node, group, 1);
                    group
                }),
            };
            chosen.push((*person, network.arc(from, to, 1)));
        }
        choices.push(chosen);
    }
    for round in 0..limit {
        if round > 0 {
            for (_, arc) in &persons {
                if let Some(arc) = network.arcs.get_mut(*arc) {
                    arc.room += 1;
                }
            }
        }
        while network.augment() {}
    }
    let counted = |chosen: &Vec<(usize, usize)>| {
        chosen.iter().filter(|(_, arc)| network.room(*arc) == 0).map(|(person, _)| *person).collect()
    };
    choices.iter().map(counted).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wanted(minimum: usize, people: &[usize]) -> Need {
        Need { minimum, candidates: people.iter().map(|person| (*person, None)).collect() }
    }

    #[test]
    fn somebody_counted_early_is_moved_when_another_requirement_has_nobody_else() {
        let filled = assign(&[wanted(1, &[0, 1]), wanted(1, &[0])], 2, 1);
        assert_eq!(filled, [vec![1], vec![0]]);
    }

    #[test]
    fn a_chain_of_moves_is_found() {
        let asked = [wanted(1, &[0, 1]), wanted(1, &[1, 2]), wanted(1, &[2, 3]), wanted(1, &[0])];
        assert!(assign(&asked, 4, 1).iter().all(|people| people.len() == 1));
    }

    #[test]
    fn nobody_is_counted_twice_while_another_could_be() {
        let filled = assign(&[wanted(1, &[0, 1]), wanted(1, &[0, 1])], 2, 7);
        assert_eq!(filled.concat().len(), 2);
        assert_ne!(filled[0], filled[1]);
    }

    #[test]
    fn of_one_group_one_person_is_counted() {
        let same = |group: &str| Some(group.to_owned());
        let asked = Need { minimum: 2, candidates: vec![(0, same("a")), (1, same("a")), (2, same("b"))] };
        assert_eq!(assign(&[asked], 3, 1)[0].len(), 2);
        let asked = Need { minimum: 2, candidates: vec![(0, same("a")), (1, same("a"))] };
        assert_eq!(assign(&[asked], 2, 1)[0].len(), 1);
    }
}
