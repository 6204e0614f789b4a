-- By which way of computing them the projections were made: a program that computes them differently makes them anew.
ALTER TABLE store_meta ADD COLUMN projections INTEGER NOT NULL DEFAULT 0;
