//! The units that routes consist of: routes, models, keys, accounts and providers, each with its breaker.

use super::breaker::Breaker;
use super::route::{Reach, Route};
use super::slab::Slab;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What a unit that several routes can share is called: its provider, and its name there.
type Name = (Reach, Arc<str>, Option<Arc<str>>);

/// The numbers of the units of a route, in the order of [`Reach`].
pub(super) type UnitsOfRoute = [usize; 5];

#[derive(Clone, Debug)]
struct Unit {
    breaker: Breaker,
    /// How many routes it belongs to.
    routes: usize,
}

/// All units. One is kept as long as a route has it.
#[derive(Clone, Debug, Default)]
pub(super) struct Units {
    units: Slab<Unit>,
    by_name: BTreeMap<Name, usize>,
}

fn name(reach: Reach, route: &Route) -> Name {
    let name = route.name_within_provider(reach);
    (reach, route.provider_name(), name)
}

impl Units {
    pub(super) fn insert(&mut self, route: &Route) -> UnitsOfRoute {
        Reach::ALL.map(|reach| match reach {
            Reach::Route => self.create(),
            _ => self.shared(name(reach, route)),
        })
    }

    fn create(&mut self) -> usize {
        self.units.insert(Unit {
            breaker: Breaker::default(),
            routes: 1,
        })
    }

    fn shared(&mut self, name: Name) -> usize {
        if let Some(at) = self.by_name.get(&name)
            && let Some(unit) = self.units.get_mut(*at)
        {
            unit.routes += 1;
            return *at;
        }
        let at = self.create();
        self.by_name.insert(name, at);
        at
    }

    pub(super) fn remove(&mut self, route: &Route, units: UnitsOfRoute) {
        for (reach, at) in Reach::ALL.into_iter().zip(units) {
            let Some(unit) = self.units.get_mut(at) else {
                continue;
            };
            unit.routes -= 1;
            if unit.routes == 0 {
                self.units.remove(at);
                self.by_name.remove(&name(reach, route));
            }
        }
    }

    /// Returns the number of a unit of a route, which need not be in the list itself.
    pub(super) fn find(&self, reach: Reach, route: &Route) -> Option<usize> {
        self.by_name.get(&name(reach, route)).copied()
    }

    pub(super) fn breaker(&self, at: usize) -> Option<&Breaker> {
        Some(&self.units.get(at)?.breaker)
    }

    pub(super) fn breaker_mut(&mut self, at: usize) -> Option<&mut Breaker> {
        Some(&mut self.units.get_mut(at)?.breaker)
    }
}
